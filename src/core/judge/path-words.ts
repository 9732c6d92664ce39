import type { ModelCost } from '../language-model/model-meter';
import type { Translate } from '../translate';
import type { CheckerOpinion } from '../verdicts/checker-opinion';
import type { Verdict } from '../verdicts/verdict';
import type { JudgeStep } from './judge-step';

/** How a verdict came about. */
export interface CheckPath {
  /** Who needed no language model. */
  checkers?: readonly CheckerOpinion[] | undefined;
  /** Who was asked after them, and what that took. */
  judged?: { path: readonly JudgeStep[]; cost: ModelCost } | undefined;
  /** What it came to, where that stands beside the path: one checker who says the same is only named. */
  verdict?: Verdict;
}

/**
 * Who said what on the way to a verdict, in order, and what the language model took, e.g. `typed facts (not sure) → verifier
 * (leans to supported) → judge (2 × supported, not sure) → critic (supported) · 4 calls, 2,100 tokens`.
 * @returns undefined where nobody said anything
 */
export function pathText({ checkers = [], judged, verdict }: CheckPath, t: Translate): string | undefined {
  const groups: { name: string; said: string[] }[] = [];
  // Where no model was asked, the judge's path names typed facts, who have said theirs already.
  const asked = judged?.path.filter(({ by }) => by !== 'typed-facts' || checkers.length === 0) ?? [];
  for (const step of [...checkers, ...asked]) {
    const name = nameOf(step.by, t);
    const last = groups.at(-1);
    // Samples of one reader are one, and so are the readers of a panel.
    if (last?.name === name) last.said.push(saidBy(step, t));
    else groups.push({ name, said: [saidBy(step, t)] });
  }
  if (groups.length === 0) return undefined;
  const [only] = groups.length === 1 ? groups : [];
  const isRepeated =
    !judged && verdict !== undefined && only?.said.every((said) => said === verdictWord(verdict, t));
  const text = isRepeated
    ? (only?.name ?? '')
    : groups.map(({ name, said }) => `${name} (${counted(said)})`).join(' → ');
  return judged && judged.cost.calls > 0 ? `${text} · ${costText(judged.cost, t)}` : text;
}

/** `3 calls, 2,100 tokens`. */
export function costText({ calls, promptTokens, answerTokens }: ModelCost, t: Translate): string {
  const tokens = promptTokens + answerTokens;
  return calls === 1 ? t('1 call, {0} tokens', tokens) : t('{0} calls, {1} tokens', calls, tokens);
}

function counted(said: readonly string[]): string {
  return [...new Set(said)]
    .map((one) => {
      const count = said.filter((other) => other === one).length;
      return count > 1 ? `${count} × ${one}` : one;
    })
    .join(', ');
}

function nameOf(by: (CheckerOpinion | JudgeStep)['by'], t: Translate): string {
  switch (by) {
    case 'typed-facts':
      return t('typed facts');
    case 'verifier':
      return t('verifier');
    case 'rule':
      return t('rule of the note');
    case 'judge':
      return t('judge');
    case 'critic':
      return t('critic');
    case 'strict-reader':
    case 'sceptic':
    case 'clinician':
      return t('panel');
    case 'moderator':
      return t('moderator');
  }
}

function saidBy(step: CheckerOpinion | JudgeStep, t: Translate): string {
  if ('withdrawn' in step && step.withdrawn !== undefined) {
    return t('{0}, taken back', verdictWord(step.withdrawn, t));
  }
  const word = verdictWord(step.verdict, t);
  return 'leans' in step && step.leans ? t('leans to {0}', word) : word;
}

function verdictWord(verdict: Verdict, t: Translate): string {
  switch (verdict) {
    case 'supported':
      return t('supported');
    case 'contradicted':
      return t('contradicted');
    case 'not-addressed':
      return t('not addressed');
    case 'not-sure':
      return t('not sure');
    case 'not-scored':
      return t('not scored');
  }
}
