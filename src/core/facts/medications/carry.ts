import type { Terminology } from '../../terminology/terminology';
import { type Token, tokenIndexAt } from '../../text/tokens';
import { isOtherHeading, isOtherTopic } from './cues';
import { isIntroduced } from './introduced';
import type { MedicationFact } from './medication-fact';
import type { OpenOrder } from './assemble';

/** How many segments back a dose may take its medicine from ("I'd like to raise the metformin." "Okay." "One gram."). */
const carryReach = 4;

/** True for a medicine whose strength was told, and not how many are taken: "The losartan tablets are 50 mg." */
function isUncounted({ strength, dose, form }: MedicationFact): boolean {
  const isTablet = form === undefined || /^(?:tablet|capsule)$/.test(form.name);
  return strength !== undefined && strength.unit.dimension !== 'none' && !dose && isTablet;
}

/**
 * "The inhaler, ten puffs", behind prednisolone: a form that the medicine is never given in is that of another one.
 */
function isOfAnother({ form, route }: OpenOrder, { concept }: MedicationFact, known: Terminology): boolean {
  const routes = known.medication(concept.name)?.routes ?? [];
  if (!form || form.route === undefined || routes.length === 0) return false;
  return route?.start === form.start && ofDevice.has(form.route) && !routes.includes(form.route);
}

/** Ways that need a form of their own; a cream, a patch or an injection may be a less usual form of much. */
const ofDevice: ReadonlySet<string> = new Set(['inhaled', 'intranasal']);

interface Carrying {
  tokens: readonly Token[];
  orders: MedicationFact[];
  openOrder?: OpenOrder;
}

/** So many sentences behind an order may give its name. */
const nameReach = 2;

/** "Take one tablet twice a day. It's called cephalexin": an order that stands before the name belongs to it. */
function nameOrders(sentences: readonly Carrying[]): void {
  let unnamed: Carrying[] = [];
  let sinceNamed = Infinity;
  for (const sentence of sentences) {
    const [first] = sentence.orders;
    if (first) {
      const at = tokenIndexAt(sentence.tokens, first.concept.start);
      if (at <= longestIntroduction && isIntroduced(sentence.tokens, at)) {
        for (const own of unnamed) {
          // "Exercise three times a week."
          if (own.tokens.some(({ text }) => isOtherTopic(text))) continue;
          if (own.openOrder) takeOver(first, own.openOrder);
          delete own.openOrder;
        }
      }
      unnamed = [];
      sinceNamed = 0;
    } else {
      sinceNamed++;
      // "You're on lisinopril. Take it at night.": that is told of the one before.
      const isOfLast =
        sinceNamed <= nameReach && sentence.tokens.some(({ text }) => /^(?:it|them)$/.test(text));
      unnamed = isOfLast ? [] : [...unnamed, sentence].slice(-nameReach);
    }
  }
}

/** Gives an order what was said before its name, and it does not say itself. */
function takeOver(order: MedicationFact, open: OpenOrder): void {
  const {
    count,
    strength,
    dose = count,
    frequency,
    otherFrequencies,
    duration,
    route,
    form,
    asNeeded,
  } = open;
  const taken = { strength, dose, frequency, duration, route, form, asNeeded };
  for (const [key, value] of Object.entries(taken)) {
    const own = key as keyof typeof taken;
    if (value !== undefined && order[own] === undefined) Object.assign(order, { [own]: value });
  }
  if (order.otherFrequencies.length === 0) order.otherFrequencies = otherFrequencies;
  const isEach = order.strength !== strength && order.dose === dose && dose?.unit.code === '{form}';
  if (isEach) order.each = true;
}

/** So many words may stand before the name in the sentence that gives it. */
const longestIntroduction = 6;

/**
 * Gives what is said of a medicine without its name ("take it twice a day") to the one that was spoken of last. Changes
 * the sentences: the order is added to their `orders`, and is no longer open.
 * @param segments the sentences of each turn or part of a text, in order
 * @param terminology knows how medicines are given
 */
export function carryOrders(segments: readonly (readonly Carrying[])[], terminology: Terminology): void {
  nameOrders(segments.flat());
  let last: { order: MedicationFact; segment: number; sentence: number } | undefined;
  let at = 0;
  segments.forEach((sentences, segment) => {
    for (const sentence of sentences) {
      at++;
      if (isOtherHeading(sentence.tokens)) last = undefined;
      const { openOrder } = sentence;
      const isNear = last !== undefined && segment - last.segment <= carryReach;
      if (openOrder && last && isNear && !isOfAnother(openOrder, last.order, terminology)) {
        const { strength, count, ...rest } = openOrder;
        // "I take one every night."
        if (count && at - last.sentence === 1 && isUncounted(last.order))
          Object.assign(last.order, { dose: count, each: true });
        const isBare = strength?.unit.dimension === 'none';
        const since = at - last.sentence;
        // "It's the mirtazapine. What are you on now?" "Thirty at night": how often tells that it is a dose.
        const isNext = !last.order.strength && (since === 1 || (since === 2 && rest.frequency !== undefined));
        if (!isBare || isNext)
          sentence.orders.unshift({
            ...rest,
            ...(strength && { strength }),
            concept: last.order.concept,
            carried: true,
          });
        else if (rest.frequency)
          sentence.orders.unshift({ ...rest, concept: last.order.concept, carried: true });
        delete sentence.openOrder;
      }
      const order = sentence.orders.findLast(({ carried }) => !carried);
      if (order) last = { order, segment, sentence: at };
    }
  });
}
