// One bundle for both, since they share nearly every file; neither runs before it is opened.

/** Runs the engine as a language server in this process. */
export const openServer = (): Promise<unknown> => import('../server/main');

/** Runs the command line in this process. */
export const openCommandLine = (): Promise<unknown> => import('../cli/main');
