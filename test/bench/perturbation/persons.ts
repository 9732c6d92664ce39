import findings from './data/findings.json';
import problems from './data/problems.json';
import { anyOf, likeCase, type NoteSentence } from './note-text';
import {
  type Edit,
  type FaithfulNote,
  oneOf,
  type Planted,
  type Planter,
  replaced,
  replacedAll,
} from './planted';

const relatives =
  'mother|father|mom|dad|brother|sister|grandmother|grandfather|aunt|uncle|son|daughter|cousin';
const otherPeople = new RegExp(
  `\\b(?:${relatives}|parents?|siblings?|wife|husband|spouse|partner|boyfriend|girlfriend|friend|doctor|dr|physician|surgeon|nurse|therapist|child|children|baby|family|counselor|neighbou?r|coach|teacher)s?\\b`,
  'i',
);

const oppositeSex: Record<string, string | undefined> = {
  he: 'she',
  she: 'he',
  his: 'her',
  hers: 'his',
  him: 'her',
  himself: 'herself',
  herself: 'himself',
  male: 'female',
  female: 'male',
  man: 'woman',
  woman: 'man',
  gentleman: 'lady',
  lady: 'gentleman',
  boy: 'girl',
  girl: 'boy',
  'mr.': 'Ms.',
  'ms.': 'Mr.',
  'mrs.': 'Mr.',
};
const sexWord =
  /\b(?:Mr\.|Mrs\.|Ms\.|(?:he|she|his|hers|him|her|himself|herself|male|female|man|woman|gentleman|lady|boy|girl)\b)/gi;

function sexErrors({ text, sentences }: FaithfulNote): Planted[] {
  return sentences.flatMap((sentence) => {
    if (otherPeople.test(sentence.text)) return [];
    const edits = [...sentence.text.matchAll(sexWord)].flatMap((match): Edit[] => {
      const word = match[0].toLowerCase();
      const end = match.index + match[0].length;
      // "her" owns when a word follows it that is no preposition or conjunction.
      const owns =
        /^ (?!(?:to|for|in|on|at|with|and|or|but|that|from|by|as|if|when|after|before|about|of|a|an|the|is|was)\b)\w/i;
      const by = word === 'her' ? (owns.test(sentence.text.slice(end)) ? 'his' : 'him') : oppositeSex[word];
      return by === undefined
        ? []
        : [
            {
              start: sentence.start + match.index,
              end: sentence.start + end,
              by: likeCase(by, match[0].slice(0, 1)),
            },
          ];
    });
    const planted = replacedAll(text, edits, 'sex');
    return planted ? [planted] : [];
  });
}

/** He for she, and all that goes with it in one sentence about the patient. */
export const sexPlanter: Planter = { kinds: ['sex'], plant: sexErrors };

const conditions = [...findings.findings, ...problems.problems];
const anyCondition = anyOf(conditions, 'i');
const have = '(?:has|had|suffers|suffered|was diagnosed|is diagnosed|with|takes|took|smokes|smoked|drinks)';
const patientHas = new RegExp(
  `^(?:[•*-] ?)?(The patient|Patient|He|She)(?= (?:also )?${have}\\b)(?!.*\\bfamily\\b)`,
);
const relativeHas = new RegExp(
  `\\b((?:his|her|the patient[’']s|patient[’']s) )?(?:(?:maternal|paternal|older|younger) )?(?:${relatives})(?= (?:also )?${have}\\b|: ?[A-Za-z])`,
  'gi',
);
const familyHistory = /\bfamily history (?=(?:is )?(?:of|positive for|significant for|notable for)\b)/gi;

/** "she" of a note that speaks of a woman, else "he". */
function ownPronoun(text: string): 'he' | 'she' {
  const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
  return count(/\b(?:she|her|female)\b/gi) > count(/\b(?:he|his|male)\b/gi) ? 'she' : 'he';
}

function toRelative(note: FaithfulNote, random: () => number): Planted[] {
  const kind = 'experiencer: patient to relative';
  const owner = ownPronoun(note.text) === 'she' ? 'Her' : 'His';
  return note.sentences.flatMap((sentence) => {
    if (
      /family/.test(sentence.heading) ||
      otherPeople.test(sentence.text) ||
      !anyCondition.test(sentence.text)
    )
      return [];
    const relative = oneOf(['mother', 'father', 'sister', 'brother'], random) ?? 'mother';
    const match = patientHas.exec(sentence.text);
    const subject = match?.[1];
    if (match && subject !== undefined) {
      const start = sentence.start + match[0].length - subject.length;
      const by = /patient/i.test(subject) ? `${subject}'s ${relative}` : `${owner} ${relative}`;
      return [replaced(note.text, { start, end: start + subject.length, by }, kind)];
    }
    return listedProblem(sentence) ? [inLine(note.text, sentence, relative, kind)] : [];
  });
}

/** A line of the patient's history that is nothing but a diagnosis. */
function listedProblem(sentence: NoteSentence): boolean {
  return (
    /past|medical history/.test(sentence.heading) &&
    sentence.text.split(/\s+/).length <= 4 &&
    !/\b(?:no|none|not|negative|denies|noncontributory|significant|as|see)\b/i.test(sentence.text)
  );
}

function inLine(text: string, sentence: NoteSentence, relative: string, kind: string): Planted {
  const at = sentence.start + (/^(?:[•*-]|\d{1,2}[.)])?\s*/.exec(sentence.text)?.[0].length ?? 0);
  const first = text.slice(at, at + 1);
  const own = /^[A-Z]{2}/.test(text.slice(at)) ? first : first.toLowerCase();
  return replaced(text, { start: at, end: at + 1, by: `${likeCase(relative, 'M')} with ${own}` }, kind);
}

function toPatient({ text, sentences }: FaithfulNote): Planted[] {
  const kind = 'experiencer: relative to patient';
  return sentences.flatMap((sentence) => {
    const history = [...sentence.text.matchAll(familyHistory)].map((match) => {
      const start = sentence.start + match.index;
      return replaced(text, { start, end: start + 6, by: likeCase('personal', match[0].slice(0, 1)) }, kind);
    });
    const people = [...sentence.text.matchAll(relativeHas)].map((match) => {
      const start = sentence.start + match.index;
      const owner = (match[1] ?? '').trim().toLowerCase();
      const subject =
        owner === 'his' ? 'he' : owner === 'her' ? 'she' : owner === '' ? 'patient' : 'the patient';
      return replaced(
        text,
        { start, end: start + match[0].length, by: likeCase(subject, match[0].slice(0, 1)) },
        kind,
      );
    });
    // "a family history of melanoma in her mother"; a patient who has died says nothing more.
    const isNamed = new RegExp(`\\b(?:${relatives})\\b`, 'i').test(sentence.text);
    const isDead = /\b(?:died|passed away|deceased|passing)\b/i.test(sentence.text);
    if (!anyCondition.test(sentence.text)) return [];
    return [...(isNamed ? [] : history), ...(isDead ? [] : people)];
  });
}

/** What one person has said of another: the patient and a relative. */
export const experiencerPlanter: Planter = {
  kinds: ['experiencer: patient to relative', 'experiencer: relative to patient'],
  plant: (note, random) => [...toRelative(note, random), ...toPatient(note)],
};
