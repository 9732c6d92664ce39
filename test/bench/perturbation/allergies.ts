import data from './data/allergens.json';
import { medicines } from './medicines';
import { anyOf, likeCase, names, type NoteSentence } from './note-text';
import { type FaithfulNote, oneOf, type Planted, type Planter, replaced } from './planted';

const allergen = anyOf([...data.allergens, ...medicines.flat()]);
// "No known drug allergies", "NKDA", "denies any allergies to medication".
const none =
  /\b(?:there (?:is|are|were) |(is|has|with|reports) )?(?:(denies (?:any |having any )?)|no )?(?:known )?(?:(?:drug|medication|medicine|food|environmental) )?allerg(?:ies|y)\b(?: to (?:any )?(?:medications?|medicines?|drugs))?(?! (?:symptoms?|present|testing|tests?|shots?|medications?))|\bNKD?A\b/gi;
const seasonal = /seasonal|rhinitis|hay fever|fall allerg|spring allerg|nasal/i;
const nothing = /^(?:none|none known|negative|no|nil|unknown|nka)\b[.]?$/i;

const isAboutAllergies = ({ heading, text }: NoteSentence): boolean =>
  /allerg/.test(heading) || /\ballerg(?:ic|y|ies)\b/i.test(text);

/** Neither the note nor the source speaks of it. */
function unheardOf({ text, source }: FaithfulNote, random: () => number): string | undefined {
  return oneOf(
    data.planted.filter((name) => !names(text, name) && !names(source, name)),
    random,
  );
}

function changed(note: FaithfulNote, sentence: NoteSentence, random: () => number): Planted[] {
  return [...sentence.text.matchAll(allergen)].flatMap((match) => {
    const by = unheardOf(note, random);
    const start = sentence.start + match.index;
    const place = { start, end: start + match[0].length, by: likeCase(by ?? '', match[0].slice(0, 1)) };
    return by === undefined ? [] : [replaced(note.text, place, 'allergy changed')];
  });
}

function added(note: FaithfulNote, sentence: NoteSentence, random: () => number): Planted[] {
  const by = unheardOf(note, random);
  if (by === undefined) return [];
  const kind = 'allergy added';
  if (/allerg/.test(sentence.heading) && nothing.test(sentence.text)) {
    return [replaced(note.text, { ...sentence, by: `${likeCase(by, 'A')}.` }, kind)];
  }
  return [...sentence.text.matchAll(none)].flatMap((match) => {
    const says = match[0].toLowerCase();
    if (!/^(?:there (?:is|are|were) |(?:is|has|with|reports) )?(?:denies|no |nk)/.test(says)) return [];
    const verb = match[1] ?? (match[2] === undefined ? undefined : 'denies');
    const to = verb === undefined ? 'allergic to' : verb === 'with' ? 'with an allergy to' : 'is allergic to';
    const start = sentence.start + match.index;
    const text = `${likeCase(to, match[0].slice(0, 1))} ${by}`;
    return [replaced(note.text, { start, end: start + match[0].length, by: text }, kind)];
  });
}

function removed(note: FaithfulNote, sentence: NoteSentence): Planted[] {
  const isListed =
    /allerg/.test(sentence.heading) || /\ballergic to\b|\ballerg(?:y|ies) to\b/i.test(sentence.text);
  if (!isListed || [...sentence.text.matchAll(allergen)].length === 0) return [];
  // Where others stay on the list, nobody would write that there are none.
  const beside = note.sentences.filter(
    ({ heading }) => heading === sentence.heading && /allerg/.test(heading),
  );
  return beside.length > 1
    ? []
    : [replaced(note.text, { ...sentence, by: 'No known drug allergies.' }, 'allergy removed')];
}

/** An allergy to something else, one more, or none. */
export const allergyPlanter: Planter = {
  kinds: ['allergy changed', 'allergy added', 'allergy removed'],
  plant: (note, random) =>
    note.sentences
      .filter((sentence) => isAboutAllergies(sentence) && !seasonal.test(sentence.text))
      .flatMap((sentence) => {
        const denied = /\b(?:denies|no|not|nkda|nka)\b/i.test(sentence.text);
        const has = denied ? [] : [...changed(note, sentence, random), ...removed(note, sentence)];
        return [...has, ...added(note, sentence, random)];
      }),
};
