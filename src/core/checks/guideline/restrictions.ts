import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { oncePer } from '../../once';
import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import { tokens, type Token } from '../../text/tokens';
import type { PassageEvidence } from '../check';
import { gestationIn } from './gestation';
import cues from './restriction-cues.json';

/** Whom a medicine is not for, as one sentence of a passage says it. */
export interface Restriction {
  evidence: PassageEvidence;
  sentence: SentenceFacts;
  /** Canonical names of the medicines and classes that are restricted. */
  subjects: string[];
  /** Findings and problems, with a word that narrows them ("severe"). */
  conditions: { name: string; subtype?: string; degree?: string }[];
  /** Values of measurements ("eGFR below 30"). */
  values: QuantityFact[];
  /** Medicines and classes that it is not combined with. */
  others: string[];
  /** Patients of these years: from `low` up to, not including, `high`. */
  ages?: { low: number; high: number };
  pregnancy: boolean;
  /** Where it is said, in the passage's text. */
  at: number;
  /** The one part of pregnancy that is meant, in completed weeks: from `low` up to, not including, `high`. */
  trimester?: { low: number; high: number };
  /** An exception follows, or a part of pregnancy is meant: whether it holds here takes a reader. */
  qualified: boolean;
}

const medicineKinds = new Set(['medication', 'medication-class'] as const);
const conditionKinds = new Set(['finding'] as const);

const phrases = (list: readonly string[]): string[][] =>
  list.map((phrase) => tokens(phrase).map((token) => token.text));
const behind = phrases(cues.behind);
const before = phrases(cues.before);
const exceptions = phrases(cues.exceptions);
const degrees = new Set(cues.degrees);

const partOfPregnancy = /\b(?:trimester|weeks?|term|labou?r|late|early)\b/i;
// A list under "Contraindications" alone; where adverse reactions are listed too, a line may be one of those.
const contraindications = /^contra-?indications?(?: to .*)?$/i;

/** Reads whom a passage's medicines are not for. */
export function restrictionsOf(evidence: PassageEvidence, terminology: Terminology): Restriction[] {
  return restrictionsIn(evidence)(terminology);
}

const restrictionsIn = oncePer((evidence: PassageEvidence) =>
  oncePer((terminology: Terminology) => readPassage(evidence, terminology)),
);

function readPassage(evidence: PassageEvidence, terminology: Terminology): Restriction[] {
  const { passage, sentences } = evidence;
  const headings = [...[...passage.section].reverse(), passage.title];
  // The nearest heading that names a medicine or class says what a sentence without one is about.
  const ofHeading = headings
    .map((heading) => names(terminology.findTerms(tokens(heading), medicineKinds)))
    .find((found) => found.length > 0);
  const listed = contraindications.test((passage.section.at(-1) ?? '').replace(/^[\d.\s]+/, '').trim());
  let last: { names: string[]; end: number } = { names: [], end: 0 };
  return sentences.flatMap((sentence) => {
    const medicines = terminology.findTerms(sentence.tokens, medicineKinds);
    // What goes on about one medicine is about that one, on the same line before any heading; about several, it may be about any.
    const one = last.names.length === 1 ? last.names : undefined;
    const isSameLine = !passage.text.slice(last.end, sentence.start).includes('\n');
    const otherwise = (isSameLine ? one : undefined) ?? ofHeading ?? one ?? [];
    const restriction = readSentence(evidence, sentence, medicines, listed, otherwise, terminology);
    if (medicines.length > 0) last = { names: names(medicines), end: sentence.end };
    else if (last.end > 0 && isSameLine) last = { ...last, end: sentence.end };
    return restriction ?? [];
  });
}

function readSentence(
  evidence: PassageEvidence,
  sentence: SentenceFacts,
  medicines: readonly TermMention[],
  listed: boolean,
  otherwise: readonly string[],
  terminology: Terminology,
): Restriction | undefined {
  const list = sentence.tokens;
  const cue = cueOf(list) ?? (listed ? { from: 0, to: 0, subject: 'heading' as const } : undefined);
  if (!cue) return undefined;
  const end = clauseEnd(list, cue.to);
  const inClause = medicines.filter(({ to }) => to <= end);
  const together = list.slice(cue.from, end).findIndex(({ text }) => /^(?:with|together|and)$/.test(text));
  const partner = together < 0 ? end : cue.from + together;
  const ahead = inClause.filter(({ to }) => to <= cue.from);
  const after = inClause.filter(({ from }) => cue.subject === 'before' && from >= cue.to && from <= partner);
  // "Nitrofurantoin: avoid at term": the name stands before its instruction.
  const subjects = cue.subject === 'behind' || after.length === 0 ? ahead : after;
  const others = inClause.filter(
    ({ from }) => from >= cue.to && from > partner && list[partner]?.text === 'with',
  );
  const named = subjects.length > 0 ? names(subjects) : [...otherwise];
  if (named.length === 0) return undefined;
  const words = textOf(list.slice(0, end));
  const rest = list.slice(end);
  // "Nausea, rash, contraindicated in asthma": what stands before the words is mostly what the medicine does.
  const opensWithCondition = /^(?:in|for|with|if|when|where|patients|people|during)$/.test(
    list[0]?.text ?? '',
  );
  const conditions = terminology
    .findTerms(list.slice(0, end), conditionKinds)
    .filter(
      ({ absent, from }) => !absent && (from >= cue.from || opensWithCondition || cue.subject !== 'behind'),
    )
    .map(({ concept, from }) => {
      const degree = [list[from - 1]?.text, list[from - 2]?.text].find(
        (word) => word !== undefined && degrees.has(word),
      );
      const { name, subtype } = concept;
      return { name, ...(subtype !== undefined && { subtype }), ...(degree !== undefined && { degree }) };
    });
  const ages = agesIn(words);
  const isOfPregnancy = [evidence.passage.title, ...evidence.passage.section].some((heading) =>
    /\bpregnan(?:t|cy)\b/i.test(heading),
  );
  const trimester = gestationIn(words, isOfPregnancy);
  const pregnancy = trimester !== undefined || /\bpregnan(?:t|cy)\b/.test(words);
  const restriction: Restriction = {
    evidence,
    sentence,
    subjects: named,
    conditions,
    values: sentence.quantities.filter(
      ({ concept, comparator, start }) =>
        concept?.kind === 'measurement' &&
        (comparator === '<' || comparator === '>') &&
        start < (list[end - 1]?.end ?? 0),
    ),
    others: names(others),
    ...(ages && { ages }),
    pregnancy,
    at: list[cue.from]?.start ?? sentence.start,
    ...(trimester && { trimester }),
    qualified:
      exceptions.some(
        (phrase) => indexOf(rest, phrase) >= 0 || indexOf(list.slice(cue.to, end), phrase) >= 0,
      ) ||
      (pregnancy && !trimester && partOfPregnancy.test(words)),
  };
  return restriction;
}

interface Cue {
  from: number;
  to: number;
  /** Where the medicine stands: before the cue (`behind` it stands the cue), behind it, or in the heading. */
  subject: 'behind' | 'before' | 'heading';
}

function cueOf(list: readonly Token[]): Cue | undefined {
  for (const [subject, cueList] of [
    ['behind', behind],
    ['before', before],
  ] as const) {
    for (const phrase of cueList) {
      const from = indexOf(list, phrase);
      // "Stop" opens an instruction; inside of a sentence it may be anything.
      if (from < 0 || (phrase[0] === 'stop' && from > 0)) continue;
      return { from, to: from + phrase.length, subject };
    }
  }
  return undefined;
}

/** The clause of a cue ends at a semicolon, at the bullet of another item, or where an exception begins. */
function clauseEnd(list: readonly Token[], from: number): number {
  for (let at = from; at < list.length; at++) {
    if (/^[;■•▪●・▪◦]$/u.test(list[at]?.text ?? '')) return at;
    if (exceptions.some((phrase) => startsAt(list, at, phrase))) return at;
  }
  return list.length;
}

const below =
  /\b(?:under|below|less than|younger than|aged under|up to|<)\s(?:the\s)?(?:age\s)?(?:of\s)?(\d{1,3})\s(years?|yrs?|months?)\b/;
const above =
  /\b(?:over|above|older than|aged over|>)\s(?:the\s)?(?:age\s)?(?:of\s)?(\d{1,3})\s(years?|yrs?)\b/;
/** Without a number: a child here is under 12 years, an infant under one. A guideline that means older ones is then not held against a note. */
const children = /\b(?:children|child|paediatric patients|pediatric patients)\b/;
const infants = /\b(?:infants?|neonates?|newborns?)\b/;

function agesIn(words: string): { low: number; high: number } | undefined {
  const young = below.exec(words);
  // "For less than 6 months" is how long, not how old.
  if (young && !/\bfor\s$/.test(words.slice(0, young.index))) {
    const value = Number(young[1]);
    return { low: 0, high: young[2]?.startsWith('m') ? value / 12 : value };
  }
  const old = above.exec(words);
  if (old && !/\bfor\s$/.test(words.slice(0, old.index))) return { low: Number(old[1]), high: Infinity };
  if (children.test(words)) return { low: 0, high: 12 };
  return infants.test(words) ? { low: 0, high: 1 } : undefined;
}

function names(mentions: readonly TermMention[]): string[] {
  return [...new Set(mentions.map(({ concept }) => concept.name))];
}

function textOf(list: readonly Token[]): string {
  return list.map(({ text }) => text).join(' ');
}

function indexOf(list: readonly Token[], phrase: readonly string[]): number {
  return list.findIndex((_, at) => startsAt(list, at, phrase));
}

function startsAt(list: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => list[at + offset]?.text === word);
}
