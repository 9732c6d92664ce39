import { citeSource } from '../../evidence/citations/citation-of';
import { patientSex } from '../../evidence/source/patient-sex';
import type { SexFact } from '../../facts/fact';
import { namesOther } from '../../facts/persons/persons';
import { matchCapital } from '../../text/letter-case';
import type { Fix } from '../../verdicts/finding';
import type { NoteCheck, NoteCheckInput } from '../note-check';

/** What is said in these sections is often of other people. */
const otherPeoplesSections = /family|social/i;

/** Somebody who was named within this many statements may be whom a pronoun means. */
const pronounReach = 2;

const counterpart: Record<string, string> = {
  he: 'she', she: 'he', him: 'her', his: 'her', himself: 'herself', herself: 'himself', male: 'female', female: 'male',
  man: 'woman', woman: 'man', gentleman: 'lady', lady: 'gentleman', boy: 'girl', girl: 'boy', mr: 'Ms', mrs: 'Mr', ms: 'Mr',
  miss: 'Mr', m: 'f', f: 'm',
}; // prettier-ignore

/**
 * "Mr Adair, Consultant": the title of somebody who speaks in the source and is not the patient, or whom the source calls
 * the same.
 * @param behind what follows the title
 */
function isOfOther(title: string, behind: string, { sources }: NoteCheckInput): boolean {
  const name = /^\.?\s*(\p{Lu}[\p{L}'’-]+)/u.exec(behind)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  const called = new RegExp(String.raw`(?<!\p{L})${title}\.?\s+${name}(?!\p{L})`, 'iu');
  return sources.some(
    ({ text, segments }) =>
      called.test(text) ||
      segments.some(
        ({ turn }) =>
          turn && turn.speaker !== 'patient' && turn.label.toLowerCase().split(/\s+/).includes(name),
      ),
  );
}

const named = /(?<!\b(?:Mrs?|Ms|Miss|Mx)\.? )\b\p{Lu}\p{Ll}{2,}\b/gu;
const ofSelf = /\b(?:i['’]m|i am|it['’]s|name(?:['’]s| is)|call me|this is)\s+$/i;

/**
 * "Home with Jo, if she can cope": true where the last name before a pronoun is one by which the patient speaks of somebody.
 * @param before the statement up to the pronoun
 */
function isOfNamed(before: string, { sources }: NoteCheckInput): boolean {
  const names = [...before.matchAll(named)].map(([name]) => name);
  const calls = (name: string, { text, segments }: NoteCheckInput['sources'][number]): boolean =>
    segments.some(({ turn, start, end }) => {
      if (turn?.speaker !== 'patient') return false;
      const words = text.slice(start, end);
      return [...words.matchAll(new RegExp(String.raw`(?<!\p{L})${name}(?!\p{L})`, 'gu'))].some(
        ({ index }) =>
          index > 0 && !ofSelf.test(words.slice(0, index)) && !/[.?!]\s*$/.test(words.slice(0, index)),
      );
    });
  return names.some((name) => sources.some((source) => calls(name, source)));
}

/** The words of a statement that are of the patient. */
function ofPatient(input: NoteCheckInput, at: number): SexFact[] {
  const own = input.statements[at];
  if (!own || otherPeoplesSections.test(own.section?.title ?? '')) return [];
  const sexes = own.facts.flatMap((sentence) => sentence.sexes);
  const pronouns = new Set(sexes.filter(({ by }) => by === 'pronoun').map(({ sex }) => sex));
  // "She brought him in": a relative, when the section names one at all.
  const reach = pronouns.size > 1 ? at : pronounReach;
  const before = input.statements
    .slice(Math.max(0, at - reach), at)
    .filter(({ section }) => section === own.section)
    .flatMap(({ facts }) => facts);
  return sexes.filter(
    ({ whose, by, sex, start, end }) =>
      whose === 'patient' &&
      !(
        by === 'title' &&
        isOfOther(own.statement.text.slice(start, end), own.statement.text.slice(end), input)
      ) &&
      !(
        by === 'pronoun' &&
        (before.some(({ tokens }) => namesOther(tokens, sex)) ||
          isOfNamed(own.statement.text.slice(0, start), input))
      ),
  );
}

function fixOf(word: string, { start, end }: SexFact): Fix[] {
  const other = counterpart[word.toLowerCase()];
  if (other === undefined) return [];
  const newText = matchCapital(other, word);
  return [{ title: `Write “${newText}”`, start, end, newText }];
}

/** The patient's sex: the note speaks of a woman and the source of a man, or the other way round. One finding per note. */
export const faithfulnessSex: NoteCheck = {
  rule: 'faithfulness/sex',
  axis: 'faithfulness',
  reports: "The words for the patient's sex contradict the source's.",
  harm: 3,
  run(input) {
    const known = patientSex(input.sources);
    if (!known) return [];
    for (const [at, { statement }] of input.statements.entries()) {
      const wrong = ofPatient(input, at).find(({ sex }) => sex !== known.sex);
      if (!wrong) continue;
      const { source, segment, fact } = known.evidence;
      const word = statement.text.slice(wrong.start, wrong.end);
      return [
        {
          at,
          start: wrong.start,
          end: wrong.end,
          verdict: 'contradicted',
          message: `The source speaks of a ${known.sex} patient (“${source.text.slice(fact.start, fact.end)}”), the note says “${word}”.`,
          expected: known.sex,
          citations: [citeSource(source, segment, fact)],
          fixes: fixOf(word, wrong),
        },
      ];
    }
    return [];
  },
};
