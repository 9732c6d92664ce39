import { AttestError } from '../../core/errors';
import type { TokensTaken } from '../../core/language-model/tokens-taken';

/** The error of a call whose answer was thoughts alone. */
export function onlyThoughts(model: string, cause: TokensTaken): AttestError {
  return new AttestError(
    'model-answer',
    `The model ${model} used up its tokens before it began to answer.`,
    'Choose a model that thinks less, or have it think less in the settings of its server.',
    { cause },
  );
}

/** The error of a stream in which nothing comes any more. */
export function stalledError(host: string, cause: TokensTaken): AttestError {
  return new AttestError(
    'model-unreachable',
    `${host} stopped in the middle of its answer.`,
    'Ask again; if it happens often, look into the log of its server.',
    { cause },
  );
}

/** The error of a stream that ended before its answer did. */
export function cutError(host: string, cause: TokensTaken): AttestError {
  return new AttestError(
    'model-unreachable',
    `The connection to ${host} was cut in the middle of the answer.`,
    'Ask again.',
    { cause },
  );
}
