/** The environment variable with the endpoint's key: a key on the command line would be seen by every user of the machine. */
export const keyVariable = 'ATTEST_MODEL_KEY';

/** The environment variable with the address of the endpoint that the person who starts a server agrees to. */
export const endpointVariable = 'ATTEST_MODEL_ENDPOINT';
