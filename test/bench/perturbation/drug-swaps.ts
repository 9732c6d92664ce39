import lookAlikes from './data/look-alikes.json';
import { type MedicineMention, medicines, medicinesIn, namesMedicine } from './medicines';
import { likeCase } from './note-text';
import { type FaithfulNote, oneOf, type Planted, type Planter, replaced } from './planted';

/** True when neither the note nor its source names the medicine. */
function isNew(note: FaithfulNote, medicine: readonly string[]): boolean {
  return !namesMedicine(note.text, medicine) && !namesMedicine(note.source, medicine);
}

function swapped(note: FaithfulNote, mention: MedicineMention, name: string, kind: string): Planted {
  const by = likeCase(name, mention.text);
  const planted = replaced(note.text, { start: mention.start, end: mention.end, by }, kind);
  return { ...planted, bound: namesMedicine(note.source, mention.medicine) };
}

/** Another medicine of the same class: a generic name for a generic name, a brand for a brand. */
export const classSwapPlanter: Planter = {
  kinds: ['drug swap within class'],
  plant: (note, random) =>
    medicinesIn(note.text).flatMap((mention) => {
      const others = mention.others
        .filter((other) => other !== mention.medicine && isNew(note, other))
        .flatMap((other) => other.slice(mention.brand ? 1 : 0, mention.brand ? 2 : 1));
      const name = oneOf(others, random);
      return name === undefined ? [] : [swapped(note, mention, name, 'drug swap within class')];
    }),
};

function pairs(word: string): string[] {
  return [...word.toLowerCase()].slice(1).map((letter, at) => (word[at] ?? '').toLowerCase() + letter);
}

/** How alike two names are spelt, 0…1: twice their common pairs of letters over all pairs (Dice, Ecology 1945). */
export function spelledAlike(a: string, b: string): number {
  const rest = pairs(b);
  const common = pairs(a).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / Math.max(1, pairs(a).length + pairs(b).length);
}

/** Names this alike are taken for each other; below, nobody would. */
const alikeEnough = 0.4;

/** Names that are taken for this one: those of the FDA's list, else the bench's own that are spelt most alike. */
export function lookAlikesOf(name: string): string[] {
  const listed = lookAlikes.sets.find((set) => set.includes(name.toLowerCase()));
  if (listed) return listed.filter((other) => other !== name.toLowerCase());
  return medicines
    .flat()
    .filter((other) => other.toLowerCase() !== name.toLowerCase())
    .filter((other) => other.slice(0, 1).toLowerCase() === name.slice(0, 1).toLowerCase())
    .map((other) => ({ other, alike: spelledAlike(name, other) }))
    .filter(({ alike }) => alike >= alikeEnough)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 3)
    .map(({ other }) => other);
}

/** A medicine whose name looks alike. */
export const lookAlikeSwapPlanter: Planter = {
  kinds: ['drug swap look-alike'],
  plant: (note, random) =>
    medicinesIn(note.text).flatMap((mention) => {
      const others = lookAlikesOf(mention.text).filter(
        (other) =>
          !mention.medicine.some((name) => name.toLowerCase() === other.toLowerCase()) &&
          isNew(note, medicines.find((medicine) => medicine.includes(other)) ?? [other]),
      );
      const name = oneOf(others, random);
      return name === undefined ? [] : [swapped(note, mention, name, 'drug swap look-alike')];
    }),
};
