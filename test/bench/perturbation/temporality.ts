import data from './data/findings.json';
import temporary from './data/temporary.json';
import { anyOf, names, type NoteSentence } from './note-text';
import { addedAfter, places } from './inventions';
import { type FaithfulNote, type Planted, type Planter, replaced, sample } from './planted';

/** So many of a kind in a note. */
const perNote = 4;

const anyFinding = anyOf(data.findings);
const anyTemporary = anyOf(temporary.temporary);

/** A symptom as something that may come: "if you get a fever", "watch out for bleeding", "it can cause nausea". */
const mayCome =
  /\b(?:if (?:you|he|she|they|there)\b|watch (?:out )?for|look out for|(?:can|may|might|could) (?:cause|give you)|side effects?|risks? of)[^.?!\n]*/gi;

/** The words of a list that a text names, each once. */
function named(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => (match[1] ?? '').toLowerCase()))];
}

/** What the source names as what may come, and nowhere else, and the note not at all. */
function risks({ text, source }: FaithfulNote): string[] {
  const spans = [...source.matchAll(mayCome)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const asRisk = named(anyFinding, spans.map(({ start, end }) => source.slice(start, end)).join('\n'));
  const rest = spans.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), source);
  return asRisk.filter((finding) => !names(rest, finding) && !names(text, finding));
}

const past =
  /\b(?:history of|h\/o|hx of|previous(?:ly)?|prior|remote|past|years? ago|resolved|recovered|in (?:19|20)\d\d|as a child|in childhood)\b/i;

/** What the note gives as past wherever it names it: of diseases that pass. */
function over({ sentences }: FaithfulNote): string[] {
  const all = sentences.flatMap((sentence) =>
    named(anyTemporary, sentence.text).map((problem) => ({
      problem,
      isPast: past.test(sentence.text) && !/family|mother|father/i.test(sentence.text + sentence.heading),
    })),
  );
  const wrong = new Set(all.filter(({ isPast }) => !isPast).map(({ problem }) => problem));
  return [...new Set(all.map(({ problem }) => problem))].filter((problem) => !wrong.has(problem));
}

const historyOf = /present illness|hpi|systems|complaint|subjective|history$/;

/** A sentence on each of the findings, behind one of the history. */
function told(
  note: FaithfulNote,
  findings: readonly string[],
  statement: (finding: string) => string,
  kind: string,
  random: () => number,
): Planted[] {
  const [place]: readonly NoteSentence[] = places(note, historyOf, random);
  if (!place) return [];
  return sample(findings, perNote, random).map((finding) =>
    addedAfter(note.text, place, statement(finding), kind),
  );
}

const reported = new RegExp(
  `\\b(?:reports|endorses|complains of|is experiencing) (?:a |an |some )?${anyFinding.source}(?=\\s*[.\\n])`,
  'gi',
);

function ended({ text }: FaithfulNote): Planted[] {
  return [...text.matchAll(reported)].map(({ 0: whole, index }) => {
    const end = index + whole.length;
    return replaced(text, { start: end, end, by: ', which has resolved' }, 'current made past');
  });
}

/** What is over, or may only come, said to be there, and what is there said to be over. */
export const temporalityPlanter: Planter = {
  kinds: ['past made current', 'current made past', 'risk made current'],
  plant: (note, random) => [
    ...told(
      note,
      over(note),
      (problem) => `The patient presents with ${problem}.`,
      'past made current',
      random,
    ),
    ...ended(note),
    ...told(note, risks(note), (finding) => `The patient reports ${finding}.`, 'risk made current', random),
  ],
};
