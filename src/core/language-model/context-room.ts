import type { CallForm, ModelCapabilities, ModelMessage } from './language-model';

/** Text of clinicians has fewer characters to a token than prose: abbreviations, numbers, names of drugs. */
const charactersPerToken = 3;
/** What a server's template writes around each message; tokens. */
const tokensPerMessage = 8;
/** Marks around a piece of data, with its name and key; characters. */
const aroundPiece = 80;
/** Tokens that a model may think for besides its answer, at most; a quarter of its context where that is less. */
const mostThoughts = 8_000;

/** Characters of evidence where the model does not say how much it can read (about 3,000 tokens). */
export const defaultCharacters = 12_000;
/** Characters of evidence where it says so, at most (about 12,000 tokens): a longer prompt is slow, and costs. */
const mostCharacters = 40_000;

/** Characters of evidence that a call gets, of those that there is room for; infinite room is one that nobody knows. */
export function evidenceCharacters(room: number): number {
  return Math.min(room, room === Infinity ? defaultCharacters : mostCharacters);
}

/** Tokens that a model gets for its thoughts besides its answer; 0 for one that does not think first. */
export function tokensForThoughts(form: CallForm | undefined, contextTokens = Infinity): number {
  return form?.thinks === true ? Math.min(mostThoughts, Math.floor(contextTokens / 4)) : 0;
}

/**
 * Characters that still fit into a model's context beside what a call holds in any case: rules, question, answer, thoughts.
 * @param fixed the messages without what may be cut
 * @param answerTokens tokens of the answer, at most
 * @returns 0 or more; infinite where nobody knows how much the model can read
 */
export function contextRoom(
  { contextTokens, form }: ModelCapabilities,
  fixed: readonly ModelMessage[],
  answerTokens: number,
): number {
  if (contextTokens === undefined) return Infinity;
  const taken = answerTokens + tokensForThoughts(form, contextTokens) + fixed.length * tokensPerMessage;
  const said = fixed.reduce((sum, { content }) => sum + content.length, 0);
  return Math.max(0, (contextTokens - taken) * charactersPerToken - said);
}

/** Characters that a piece of data takes in a prompt, marks around it included. @param length its own characters */
export function shownSize(length: number): number {
  return length + aroundPiece;
}

/**
 * The first pieces that fit into some characters, marks around each included. The best comes first, and is always kept: with
 * nothing there would be nothing to ask.
 * @param length characters of a piece as it will be shown
 */
export function fittingPieces<T>(
  pieces: readonly T[],
  length: (piece: T) => number,
  characters: number,
): { fitting: T[]; left: number } {
  let left = characters;
  const fitting = pieces.filter((piece, index) => {
    const size = shownSize(length(piece));
    if (index > 0 && size > left) return false;
    left -= size;
    return true;
  });
  return { fitting, left: Math.max(0, left) };
}
