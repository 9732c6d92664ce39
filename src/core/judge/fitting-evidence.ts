import { contextRoom, fittingPieces } from '../language-model/context-room';
import type { ModelCapabilities } from '../language-model/language-model';
import type { JudgeEvidence } from './judge-evidence';
import { judgeMessages } from './judge-prompts';
import { answerTokens } from './opinion';

/** Room for the schema in words, and for what other readers said; characters. */
const besides = 1_500;

/**
 * The evidence that a judge with this model can read beside its instructions, best first; all of it where nobody knows how
 * much that is.
 * @param evidence best first
 */
export function fittingEvidence(
  can: ModelCapabilities,
  statement: string,
  evidence: readonly JudgeEvidence[],
  isPlanStep = false,
): JudgeEvidence[] {
  const fixed = judgeMessages('critic', { statement, evidence: [], isPlanStep }, []);
  const room = contextRoom(can, fixed, answerTokens) - besides;
  return fittingPieces(evidence, ({ heading, text }) => heading.length + text.length, room).fitting;
}
