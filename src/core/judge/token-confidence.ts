import type { TokenProbability } from '../language-model/language-model';
import type { ScoredVerdict } from '../verdicts/verdict';

/**
 * How sure a model was of its verdict, read from the probabilities of the tokens that spell it: the product over the
 * tokens of `"verdict": "…"`, where a token that another way of spelling could stand for counts with all that begin the
 * same verdict.
 * @returns 0…1, uncalibrated; undefined where there are no probabilities or the verdict's tokens are not found
 */
export function tokenConfidence(
  tokens: readonly TokenProbability[] | undefined,
  verdict: ScoredVerdict,
): number | undefined {
  if (!tokens || tokens.length === 0) return undefined;
  const text = tokens.map(({ token }) => token).join('');
  const key = text.lastIndexOf('"verdict"');
  const start = key < 0 ? -1 : text.indexOf(verdict, key + '"verdict"'.length);
  if (start < 0) return undefined;
  const end = start + verdict.length;
  let probability = 1;
  let at = 0;
  for (const { token, logprob, alternatives } of tokens) {
    const [from, to] = [at, at + token.length];
    at = to;
    if (to <= start || from >= end || !Number.isFinite(logprob)) continue;
    // "support" and "supported" begin one verdict; what stands before it in the token (a quote mark) must be the same.
    const lead = token.slice(0, Math.max(0, start - from));
    const rest = text.slice(Math.max(from, start), end);
    const same = alternatives.filter(
      (other) => other.token !== token && begins(other.token, lead, rest) && Number.isFinite(other.logprob),
    );
    const sum = [logprob, ...same.map((other) => other.logprob)].reduce(
      (total, one) => total + Math.exp(one),
      0,
    );
    probability *= Math.min(1, sum);
  }
  return probability;
}

function begins(token: string, lead: string, rest: string): boolean {
  if (!token.startsWith(lead)) return false;
  const word = token.slice(lead.length);
  return word !== '' && rest.startsWith(word);
}
