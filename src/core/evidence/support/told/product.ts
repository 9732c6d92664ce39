import type { SentenceFacts } from '../../../facts/extract';
import { compatibleRoutes, routeOf } from '../../../facts/medications/compare';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import type { Concept } from '../../../facts/fact';
import { tokenIndexAt, type Token } from '../../../text/tokens';
import data from './products.json';

/** So many words behind a medicine's name may tell which product of it is meant. */
const reach = 3;

/**
 * True when a sentence speaks of no other product of a medicine than the claim does: the same salt, the same release, and no brand
 * that is not exchanged for the claim's. A product that the claim names and the sentence leaves open is another one as well.
 */
export function isSameProduct(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  return claim.every((part) =>
    part.medications.every((medicine) => {
      const ours = wordsOf(part.tokens, medicine);
      if (!isSamePreparation(part, medicine, sentence)) return false;
      const theirs = sentence.medications
        .filter(({ name }) => name === medicine.name)
        .map((other) => wordsOf(sentence.tokens, other));
      return theirs.length === 0 || theirs.some((words) => isAlike(ours, words));
    }),
  );
}

/** "Hydrocortisone tablets" are no cream: a form or route of the claim has to be one that the sentence can mean, where it names any. */
function isSamePreparation(part: SentenceFacts, { name }: Concept, sentence: SentenceFacts): boolean {
  const of = ({ orders }: SentenceFacts): MedicationFact[] =>
    orders.filter(({ concept }) => concept.name === name);
  const theirs = of(sentence).filter((order) => routeOf(order) !== undefined);
  return theirs.length === 0 || of(part).every((own) => theirs.some((order) => compatibleRoutes(own, order)));
}

/** The words of a medicine's name and those right behind it, up to a number or mark. */
function wordsOf(tokens: readonly Token[], { start, end }: Concept): string[] {
  const [from, to] = [tokenIndexAt(tokens, start), tokenIndexAt(tokens, end)];
  const behind = tokens.slice(to, to + reach);
  const stop = behind.findIndex(({ kind, text }) => kind !== 'word' && text !== '-' && text !== '(');
  return [...tokens.slice(from, to), ...(stop < 0 ? behind : behind.slice(0, stop))].map(({ text }) => text);
}

function isAlike(ours: readonly string[], theirs: readonly string[]): boolean {
  const [own, other] = [releaseOf(ours), releaseOf(theirs)];
  const isReleased =
    own === undefined ||
    own === other ||
    (isExtended(own) && isExtended(other) && [own, other].includes(any));
  return (
    isReleased &&
    data.salts.every((salts) => {
      const [salt, said] = [
        salts.find((one) => ours.includes(one)),
        salts.find((one) => theirs.includes(one)),
      ];
      return salt === undefined || said === undefined || salt === said;
    }) &&
    data.brands.every((groups) => {
      const of = (words: readonly string[]): number =>
        groups.findIndex((group) => group.some((one) => words.includes(one)));
      return of(ours) < 0 || of(theirs) < 0 || of(ours) === of(theirs);
    })
  );
}

const any = 'extended';
const releases: readonly (readonly [string, readonly string[]])[] = [
  [any, data.releases.anyExtended],
  ...data.releases.extended.map((group) => [`${any} ${group[0] ?? ''}`, group] as const),
  ['immediate', data.releases.immediate],
  ['delayed', data.releases.delayed],
];

function releaseOf(words: readonly string[]): string | undefined {
  return releases.find(([, group]) => group.some((one) => words.includes(one)))?.[0];
}

function isExtended(release: string | undefined): boolean {
  return release?.startsWith(any) === true;
}
