import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../../facts/extract';
import type { MedicationAction, MedicationFact } from '../../../facts/medications/medication-fact';
import { contains, type Span } from '../../../text/span';
import type { Token } from '../../../text/tokens';
import { words } from './order-words';

/** What is said to happen with a medicine: it is taken, or an action; `any`: it is named with its dose, and no more. */
export type OrderStatus = MedicationAction | 'takes' | 'any';

/** A claim that says what happens with one medicine, its dose and how it is taken, and nothing else. */
export interface ClaimedOrder {
  order: MedicationFact;
  status: OrderStatus;
  /** Stems of what it is taken for; the source has to say so too. */
  reason: readonly string[];
}

/** So many words behind "for" may say why. */
const longestReason = 4;

/** Reads a claim as one order. Undefined for one that says anything else, that doubts or denies, or speaks of what was. */
export function claimedOrder(claim: readonly SentenceFacts[]): ClaimedOrder | undefined {
  const [only, ...rest] = claim;
  const [order, ...others] = only?.orders ?? [];
  if (!only || rest.length > 0 || !order || others.length > 0 || order.carried) return undefined;
  if (order.misspelling || order.further.length > 0 || order.otherFrequencies.length > 0) return undefined;
  const { tokens } = only;
  const parts = partsOf(order);
  const free = tokens.filter(
    (token) => token.kind !== 'mark' && !parts.some((part) => contains(part, token)),
  );
  if (tokens.some(({ text }) => /^(?:[?;"“]|\.{2,})$/.test(text))) return undefined;
  if (tokens.some((token) => token.kind === 'number' && !isCompared(order, token))) return undefined;
  const because = tokens.findIndex(
    (token, at) => token.text === 'for' && free.includes(token) && at > tokens.length - 2 - longestReason,
  );
  const isReason = (token: Token): boolean => because >= 0 && token.start > (tokens[because]?.start ?? 0);
  if (free.some((token) => !words.framing.has(token.text) && !isReason(token))) return undefined;
  const reason = free.filter((token) => isReason(token) && !words.framing.has(token.text));
  return { order, status: statusOf(order, free), reason: reason.map(({ text }) => stemmer(text)) };
}

/** True for a number of a part that is compared as a number; one in another part ("as needed, 4 a day at most") is not. */
function isCompared(
  { strength, dose, previous, frequency, duration }: MedicationFact,
  token: Token,
): boolean {
  return [strength, dose, previous, frequency, duration].some((part) => part && contains(part, token));
}

/** The places of all that is read of an order. */
export function partsOf(order: MedicationFact): Span[] {
  const { concept, strength, dose, previous, form, route, frequency, duration, asNeeded, action } = order;
  return [concept, strength, dose, previous, form, route, frequency, duration, asNeeded, action].filter(
    (part) => part !== undefined,
  );
}

function statusOf({ action }: MedicationFact, free: readonly Token[]): OrderStatus {
  if (action) return action.name;
  if (free.some(({ text }) => words.ordering.has(text))) return 'start';
  return free.some(({ text }) => words.taking.has(text)) ? 'takes' : 'any';
}
