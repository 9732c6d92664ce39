import frequencies from './data/frequencies.json';
import routes from './data/routes.json';
import { type MedicineMention, medicinesIn, namesMedicine } from './medicines';
import { anyOf, likeCase, type NoteSentence } from './note-text';
import { type FaithfulNote, oneOf, type Planted, type Planter, replaced } from './planted';

/** The medicine that a place of a sentence speaks of: the last one named before it, else the first after it. */
function medicineAt(sentence: NoteSentence, at: number): MedicineMention | undefined {
  const mentions = medicinesIn(sentence.text);
  return mentions.filter(({ start }) => start < at).at(-1) ?? mentions[0];
}

/** One error in what a sentence says of a medicine; bound where the source names the medicine. */
function orderError(
  note: FaithfulNote,
  sentence: NoteSentence,
  medicine: MedicineMention,
  place: { start: number; end: number; by: string },
  kind: string,
): Planted {
  const at = { ...place, start: sentence.start + place.start, end: sentence.start + place.end };
  return { ...replaced(note.text, at, kind), bound: namesMedicine(note.source, medicine.medicine) };
}

const dose =
  /(?<![\w./-])(\d+(?:,\d{3})*(?:\.\d+)?)[ -]?(?:mg|mcg|g|grams?|units?|IU|m[lL]|puffs?|tablets?|capsules?|mEq)(?![\w/])/g;
/** A dose stands this close behind its medicine. */
const doseReach = 60;
const doseChanges = [
  (value: number) => value * 10,
  (value: number) => value * 2,
  (value: number) => value / 2,
  (value: number) => value / 10,
];

/** Another dose of a medicine. */
export const dosePlanter: Planter = {
  kinds: ['dose'],
  plant: (note, random) =>
    note.sentences.flatMap((sentence) =>
      [...sentence.text.matchAll(dose)].flatMap((match) => {
        const medicine = medicineAt(sentence, match.index);
        if (!medicine || medicine.start > match.index || match.index - medicine.end > doseReach) return [];
        const raw = match[1] ?? '';
        const value = Number(raw.replace(/,/g, ''));
        // A dose that nobody would write ("0.2 tablets", "62.525 mg") is no slip.
        const asCount = /tablets?$/i.test(match[0]) ? /^\d+(?:\.5)?$/ : /^\d+$/;
        const isCount = /(?:puff|tablet|capsule)s?$/i.test(match[0]);
        const written = doseChanges
          .map((change) => String(Number(change(value).toFixed(3))))
          .filter((text) => (isCount ? asCount.test(text) : text.length <= raw.length + 2));
        const by = oneOf(written, random);
        const place = { start: match.index, end: match.index + raw.length, by: by ?? '' };
        return by === undefined ? [] : [orderError(note, sentence, medicine, place, 'dose')];
      }),
    ),
};

const groupOf = new Map(
  frequencies.groups.flatMap(({ found, planted }) => found.map((words) => [words, planted] as const)),
);
const frequency = anyOf([...groupOf.keys()]);
const likely: Record<string, string[] | undefined> = frequencies.likely;
/** A frequency stands this close behind its medicine. */
const frequencyReach = 80;
// "daily activities", "a day or two", "3 times a day": the words are part of something else.
const notFrequency =
  /^(?:\s+(?:activit|living|life|basis|weights?|weigh|tasks?|dose\b|medications?|or two|ago|later|before|after|exercise|at a time)|\s*[-–])/i;
const countBefore =
  /(?:\b(?:times?|packs?|hours?|cups?|drinks?|beers?|cigarettes|ounces|glasses|per|half|every other|activities of)|\b(?:once|twice|other))\s*$/i;

/** Another frequency of a medicine. */
export const frequencyPlanter: Planter = {
  kinds: ['frequency'],
  plant: (note, random) =>
    note.sentences.flatMap((sentence) =>
      [...sentence.text.matchAll(frequency)].flatMap((match) => {
        const end = match.index + match[0].length;
        const medicine = medicineAt(sentence, match.index);
        const near = medicine && medicine.start < match.index && match.index - medicine.end <= frequencyReach;
        if (
          !near ||
          notFrequency.test(sentence.text.slice(end)) ||
          countBefore.test(sentence.text.slice(0, match.index))
        )
          return [];
        const by = oneOf(likely[groupOf.get(match[0].toLowerCase()) ?? ''] ?? [], random);
        if (by === undefined) return [];
        return [
          orderError(
            note,
            sentence,
            medicine,
            { start: match.index, end, by: likeCase(by, match[0].slice(0, 1)) },
            'frequency',
          ),
        ];
      }),
    ),
};

const routeOf = new Map(
  routes.routes.flatMap((route) => route.found.map((words) => [words, route] as const)),
);
const route = anyOf([...routeOf.keys()]);
const forms: Record<string, { adjective: string; adverb: string } | undefined> = routes.forms;
const notRoute = new RegExp(`\\b(?:${routes.notRoutes})\\W*$`, 'i');
const notAfterRoute = new RegExp(`^\\W*(?:${routes.notAfter})\\b`, 'i');
const drugWords =
  /\b(?:mg|mcg|antibiotics?|steroids?|cream|ointment|gel|tablets?|capsules?|medications?|insulin|fluids?|injections?|infusion|vitamins?|iron|chemotherapy|antifungals?|analgesics?)\b/i;

/** Another route of a medicine. */
export const routePlanter: Planter = {
  kinds: ['route'],
  plant: (note, random) =>
    note.sentences.flatMap((sentence) => {
      const medicine = medicinesIn(sentence.text)[0];
      if (!medicine && !drugWords.test(sentence.text)) return [];
      return [...sentence.text.matchAll(route)].flatMap((match) => {
        const end = match.index + match[0].length;
        // "im" and "sc" of small letters are words or slips of the keyboard.
        if (/^(?:im|sc|iv)$/.test(match[0])) return [];
        if (
          notRoute.test(sentence.text.slice(0, match.index)) ||
          notAfterRoute.test(sentence.text.slice(end))
        )
          return [];
        const other = oneOf(routeOf.get(match[0].toLowerCase())?.instead ?? [], random);
        const form = forms[other ?? ''];
        if (!form) return [];
        // Before a noun "oral" is an adjective; everything else stands like an adverb.
        const adjective =
          /^(?:oral|intravenous|intramuscular|subcutaneous|topical|inhaled|nebuli[sz]ed|intranasal|sublingual|iv|im)$/i.test(
            match[0],
          ) && /^\s+[a-z]/.test(sentence.text.slice(end));
        const by = likeCase(adjective ? form.adjective : form.adverb, match[0].slice(0, 1));
        const place = { start: sentence.start + match.index, end: sentence.start + end, by };
        const bound = medicine ? namesMedicine(note.source, medicine.medicine) : undefined;
        return [{ ...replaced(note.text, place, 'route'), ...(bound !== undefined && { bound }) }];
      });
    }),
};
