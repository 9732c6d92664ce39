import type { SpeakerRole } from './speakers';
import { leaderOf } from './talk-lead';
import type { Turn } from './turns';

const dashed = /^[ \t]*[-–—>]{1,2}[ \t]*(?=\S)/;
/** At least so many lines, and this share of all, begin with a dash where two people talk by turns. */
const fewest = 6;
const dashedShare = 0.9;

/**
 * The turns of a talk that is written with a dash before each turn and no names: two people speak by turns, and who leads
 * is the clinician. Undefined where nobody clearly leads and the other answers, as in a list of a note.
 */
export function dashedTurns(text: string): Turn[] | undefined {
  const turns: Turn[] = [];
  let lines = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    lines++;
    const dash = dashed.exec(line)?.[0];
    const end = index + line.trimEnd().length;
    const last = turns.at(-1);
    if (dash !== undefined) {
      const label = turns.length % 2 === 0 ? '1' : '2';
      turns.push({ speaker: 'other', label, start: index + dash.length, end });
    } else if (last) last.end = end;
  }
  if (turns.length < fewest || turns.length / lines < dashedShare) return undefined;
  const leads = leaderOf(text, turns, ({ label }) => label);
  if (leads === undefined) return undefined;
  const role = (label: string): SpeakerRole => (label === leads ? 'clinician' : 'patient');
  return turns.map((turn) => ({ ...turn, speaker: role(turn.label) }));
}
