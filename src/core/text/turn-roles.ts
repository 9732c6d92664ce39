import { speakerRole, type SpeakerRole } from './speakers';
import { leaderOf, marksQuestions } from './talk-lead';
import type { Turn } from './turns';

/** So many turns, and so many questions of one against the other, show who asks and who answers. */
const fewestTurns = 6;
const askingRatio = 2;

/**
 * Gives turns under labels of no known role ("M:", "John:", "Speaker 2:") the role that the talk shows, in place. Where two
 * people speak, one is the other of the two; of two or more without any role, who asks is the clinician. Where more speak, the
 * only one of no known role is the patient: who came along and who treats are called by what they are.
 * @param text what the turns point into
 */
export function giveRoles(text: string, turns: readonly Turn[]): void {
  const labels = [...new Set(turns.map((turn) => turn.label))];
  if (labels.length > 2) {
    nameThePatient(labels, turns);
    if (turns.length >= labels.length * 2) nameByTalk(text, turns, labels);
  }
  const [one, two] = labels;
  if (labels.length !== 2 || one === undefined || two === undefined || turns.length < fewestTurns) return;
  for (const [known, open] of [
    [one, two],
    [two, one],
  ] as const) {
    if (speakerRole(open) !== 'other') continue;
    if (speakerRole(known) === 'clinician') name(turns, open, 'patient');
    else if (speakerRole(known) === 'patient') name(turns, open, 'clinician');
  }
  if (labels.some((label) => speakerRole(label) !== 'other')) return;
  const asks = askerOf(text, turns, labels);
  if (asks === undefined) return;
  name(turns, asks, 'clinician');
  name(turns, asks === one ? two : one, 'patient');
}

function name(turns: readonly Turn[], label: string, speaker: SpeakerRole): void {
  for (const turn of turns) if (turn.label === label) turn.speaker = speaker;
}

function nameThePatient(labels: readonly string[], turns: readonly Turn[]): void {
  const roles = labels.map(speakerRole);
  const open = labels.filter((_, at) => roles[at] === 'other');
  if (open.length !== 1 || roles.includes('patient') || !roles.includes('clinician')) return;
  name(turns, open[0] ?? '', 'patient');
}

/** Who asks at least twice as much as anybody else; where no question is marked, who leads the talk. */
function askerOf(text: string, turns: readonly Turn[], labels: readonly string[]): string | undefined {
  const leads = marksQuestions(text) ? undefined : leaderOf(text, turns, ({ label }) => label);
  if (leads !== undefined) return leads;
  const counts = labels.map((label) => ({
    label,
    questions: turns.filter(
      ({ label: own, start, end }) => own === label && text.slice(start, end).includes('?'),
    ).length,
  }));
  const [first, second] = counts.sort((a, b) => b.questions - a.questions);
  const least = Math.max(2, askingRatio * (second?.questions ?? 0));
  return first && first.questions >= least ? first.label : undefined;
}

const introduced =
  /\b(?:i['’]?m|i am|this is|my name is|it['’]s) (?:\p{L}+, )?(?:dr\b|doctor\b|(?:the|your|one of the) (?:\p{L}+ ){0,2}(?:doctors?|resident|physician|nurse|pa|np|surgeon|registrar|consultant|pharmacist|midwife|therapist|paramedic|intern|physio)\b)/iu;
const ofThird = /\b(?:he|she|him|his|her)(?:['’]s|['’]d)?\b/i;
const ofSecond = /\b(?:you|your)\b/i;
/** So many turns of the clinician that ask for "him" or "her" show that somebody else answers for the patient. */
const fewestOfThird = 3;

/**
 * Of three or more labels of which none names a role ("Speaker 1:"), or the clinician's alone: who asks is the clinician, and who is introduced as one;
 * who mostly answers is the patient, or speaks for the patient; who speaks of "her" came along.
 */
function nameByTalk(text: string, turns: readonly Turn[], labels: readonly string[]): void {
  const clinicians = labels.filter((label) => speakerRole(label) === 'clinician');
  const open = labels.filter((label) => speakerRole(label) === 'other');
  if (turns.length < fewestTurns || open.length < 2 || clinicians.length + open.length < labels.length)
    return;
  const asks = clinicians.length > 0 ? longestOf(clinicians, turns) : askerOf(text, turns, labels);
  if (asks === undefined) return;
  const words = ({ start, end }: Turn): string => text.slice(start, end);
  const of = (label: string): Turn[] => turns.filter((turn) => turn.label === label);
  const treats = labels.filter(
    (label) =>
      label === asks || clinicians.includes(label) || of(label).some((one) => introduced.test(words(one))),
  );
  const others = labels.filter((label) => !treats.includes(label));
  const marked = marksQuestions(text);
  const replies = turns.filter((_, at) => {
    const before = turns[at - 1];
    return before?.label === asks && (!marked || words(before).includes('?'));
  });
  const answers = (label: string): number => replies.filter((turn) => turn.label === label).length;
  const [told] = [...others].sort((a, b) => answers(b) - answers(a));
  const asked = of(asks).map(words);
  const ofOthers = asked.filter((said) => ofThird.test(said)).length;
  const isSpokenFor =
    ofOthers >= fewestOfThird && ofOthers > asked.filter((said) => ofSecond.test(said)).length;
  for (const label of treats) name(turns, label, 'clinician');
  for (const label of others) {
    const isPatient = label === told && !isSpokenFor;
    const isAlong = label === told || of(label).some((one) => ofThird.test(words(one)));
    if (isPatient) name(turns, label, 'patient');
    else if (isAlong) name(turns, label, 'family');
  }
}

/** Who has most turns. */
function longestOf(labels: readonly string[], turns: readonly Turn[]): string | undefined {
  const count = (one: string): number => turns.filter(({ label }) => label === one).length;
  return [...labels].sort((a, b) => count(b) - count(a))[0];
}
