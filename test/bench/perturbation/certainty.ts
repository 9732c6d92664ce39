import findings from './data/findings.json';
import problems from './data/problems.json';
import { anyOf, escaped, likeCase, type NoteSentence } from './note-text';
import { type Edit, type FaithfulNote, type Planted, type Planter, replaced } from './planted';

const either = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
const condition = either([...findings.findings, ...problems.problems]);
// A symptom is there or not; what is doubtful is what it comes from.
const diagnosis = either(problems.problems);
const anyDiagnosis = anyOf(problems.problems, 'i');

/** A pattern of doubt and what stands there without it. */
const doubts: [RegExp, (match: RegExpMatchArray) => string][] = [
  // "as soon as possible", "possible surgery", "possible side effects" are no doubt about a finding.
  [
    new RegExp(
      `(?<!\\b(?:as|if|be|not|evaluate for|evaluation of|concerned for|concern for|concerns for|about|evaluate for a|concerned about a|for a) )\\b(?:possible|probable|suspected|presumed|questionable) (?=(?:[\\w-]+ ){0,3}?(?:${condition}|tear)\\b)`,
      'gi',
    ),
    () => 'confirmed ',
  ],
  [
    /\b(?:most )?likely (?=(?:due|related|caused|secondary|from|represents|resulted)\b)/gi,
    () => 'definitely ',
  ],
  [/\bpossibly (?!a referral|with)/gi, () => 'definitely '],
  [/\b(?:may|might) be (?=(?:a(?! few)|an|due|related|caused|secondary|from)\b)/gi, () => 'is '],
  [/(?<=\b(?:patient|he|she|it|this|which) )(?:may|might) have (?!to\b)/gi, () => 'has '],
  [
    /(?<!\bnot )\b(appears?|seems?) to be (?!doing\b)/gi,
    (match) => (/s$/i.test(match[1] ?? '') ? 'is ' : 'are '),
  ],
  [/(?<=\b(?:is|are|was|were) )(?:concerning|suspicious|worrisome) for /gi, () => 'diagnostic of '],
];

function raised({ text }: FaithfulNote): Planted[] {
  return doubts.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].map((match) => {
      const by = likeCase(instead(match), match[0].slice(0, 1));
      return replaced(
        text,
        { start: match.index, end: match.index + match[0].length, by },
        'certainty raised',
      );
    }),
  );
}

const shown = new RegExp(
  `\\b((?:shows?|showed|demonstrates?|demonstrated|reveals?|revealed) (?:(?:a|an|some) )?)(?!no\\b|normal\\b|possible\\b)(?=(?:[\\w-]+ ){0,3}?(?:${diagnosis}|tear)\\b)`,
  'gi',
);

/** A line of an assessment that names a diagnosis and says no more. */
function isDiagnosis(sentence: NoteSentence): boolean {
  return (
    /assess|impression|diagnos|plan|complaint/.test(sentence.heading) &&
    sentence.text.split(/\s+/).length <= 5 &&
    anyDiagnosis.test(sentence.text) &&
    !/\b(?:no|not|possible|probable|likely|denies|history|suspected|rule|:)/i.test(sentence.text)
  );
}

function lowered({ text, sentences }: FaithfulNote): Planted[] {
  const kind = 'certainty lowered';
  const insert = (at: number, by: string): Edit => ({ start: at, end: at, by });
  const images = [...text.matchAll(shown)].map((match) => {
    const at = match.index + match[0].length;
    // "an old fracture" → "a possible old fracture"
    const article = /\ban $/i.exec(match[0]);
    return article
      ? replaced(text, { start: at - 3, end: at, by: 'a possible ' }, kind)
      : replaced(text, insert(at, 'possible '), kind);
  });
  const diagnosed = [...text.matchAll(/\b(?:was|were|been|is) diagnosed with /gi)].map((match) =>
    replaced(
      text,
      {
        start: match.index,
        end: match.index + match[0].length,
        by: `${match[0].split(' ')[0] ?? 'was'} suspected of having `,
      },
      kind,
    ),
  );
  const lines = sentences.filter(isDiagnosis).map((sentence) => {
    const lead = /^(?:[•*-]|\d{1,2}[.)])?\s*/.exec(sentence.text)?.[0].length ?? 0;
    const at = sentence.start + lead;
    const first = text.slice(at, at + 1);
    // "COPD" keeps its capitals.
    const own = /^[A-Z]{2}/.test(text.slice(at)) ? first : first.toLowerCase();
    return replaced(text, { start: at, end: at + 1, by: `Possible ${own}` }, kind);
  });
  return [...images, ...diagnosed, ...lines];
}

/** What is doubtful said to be certain, or the other way round. */
export const certaintyPlanter: Planter = {
  kinds: ['certainty raised', 'certainty lowered'],
  plant: (note) => [...raised(note), ...lowered(note)],
};
