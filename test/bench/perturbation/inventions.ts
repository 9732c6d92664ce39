import data from './data/inventions.json';
import { medicines, namesMedicine } from './medicines';
import { likeCase, names, type NoteSentence } from './note-text';
import { type FaithfulNote, oneOf, type Planted, type Planter, replaced, sample } from './planted';

/** So many inventions of a kind in a note: they could be added without end. */
const perNote = 4;

/** Adds a sentence behind another one, or a line below a line of a list. */
export function addedAfter(text: string, sentence: NoteSentence, statement: string, kind: string): Planted {
  const bullet = /(?:^|\n)([ \t]*[•*-][ \t]*)[^\n]*$/.exec(text.slice(0, sentence.end))?.[1] ?? '';
  const gap = /[.!?]$/.test(sentence.text) ? ' ' : `\n${bullet}`;
  const planted = replaced(text, { start: sentence.end, end: sentence.end, by: gap + statement }, kind);
  return { ...planted, start: planted.start + gap.length, after: statement };
}

/** Places where such a sentence may stand, by the headings above them; any that is no other person's or no list of allergies. */
export function places(note: FaithfulNote, wanted: RegExp, random: () => number): NoteSentence[] {
  const fit = note.sentences.filter(({ heading }) => wanted.test(heading));
  const allowed = note.sentences.filter(
    ({ heading }) => !/allerg|family|social|vital|exam|result/.test(heading),
  );
  return sample(fit.length > 0 ? fit : allowed, perNote, random);
}

function medication(note: FaithfulNote, random: () => number): Planted[] {
  const unheard = data.orders.filter(({ medicine }) => {
    const all = medicines.find(([generic]) => generic === medicine) ?? [medicine];
    return !namesMedicine(note.text, all) && !namesMedicine(note.source, all);
  });
  return places(note, /plan|medication|treatment|present illness|recommend/, random).flatMap((sentence) => {
    const invented = oneOf(unheard, random);
    if (!invented) return [];
    const order = `${invented.medicine} ${invented.order}`;
    const statement = /plan|treatment|recommend/.test(sentence.heading)
      ? `Continue ${order}.`
      : /medication/.test(sentence.heading)
        ? `${likeCase(order, 'A')}.`
        : `The patient takes ${order}.`;
    return [addedAfter(note.text, sentence, statement, 'invented medication')];
  });
}

function symptom(note: FaithfulNote, random: () => number): Planted[] {
  const unheard = data.symptoms.filter(
    ({ words }) => !words.some((word) => names(note.text, word) || names(note.source, word)),
  );
  return places(note, /present illness|hpi|systems|complaint|subjective|history$/, random).flatMap(
    (sentence) => {
      const invented = oneOf(unheard, random);
      if (!invented) return [];
      const statement = /systems/.test(sentence.heading)
        ? `Positive for ${invented.says}.`
        : `The patient also reports ${invented.says}.`;
      return [addedAfter(note.text, sentence, statement, 'invented symptom')];
    },
  );
}

/** A medicine or a symptom that nobody spoke of. */
export const inventionPlanter: Planter = {
  kinds: ['invented medication', 'invented symptom'],
  plant: (note, random) => [...medication(note, random), ...symptom(note, random)],
};

/** A statement of fewer words says too little to be missed. */
const fewestWords = 4;

/** A sentence left out. */
export const omissionPlanter: Planter = {
  kinds: ['omission'],
  plant: ({ text, sentences }) =>
    sentences
      .filter((sentence) => sentence.text.split(/\s+/).length >= fewestWords)
      .map((sentence) => {
        const end = text[sentence.end] === ' ' ? sentence.end + 1 : sentence.end;
        return replaced(text, { start: sentence.start, end, by: '' }, 'omission');
      }),
};
