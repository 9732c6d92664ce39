import type { SentenceFacts } from '../../../facts/extract';
import type { QuantityFact } from '../../../facts/fact';
import { type Token, tokenIndexAt } from '../../../text/tokens';

/** What is breathed while the saturation is measured: room air, or oxygen, with its flow or share where that is given. */
type Breathed = 'air' | 'oxygen' | `oxygen ${number}`;

/** So many words behind a saturation say what is breathed with it. */
const reach = 8;
const ofAir = /^(?:air|ra|r\/a)$/;
const ofOxygen =
  /^(?:oxygen|o2|cannula|cannulae|prongs?|nasal|mask|venturi|nonrebreather|rebreather|specs|hudson|optiflow|hfno|cpap|bipap|niv)$/;

/**
 * False where a claim gives a saturation on air and the sentence gives it on oxygen, on another flow, or the other way round:
 * 96 % on two litres is not 96 % on air (O'Driscoll BR et al., BTS guideline for oxygen use, Thorax 2017, which has the device
 * and flow recorded with each saturation). What a claim leaves open may only be air.
 */
export function isBreathedAlike(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const theirs = saturationsIn(sentence);
  return claim.flatMap(saturationsIn).every(({ value, breathed }) => {
    const same = theirs.filter((other) => other.value === value);
    if (same.length === 0) return true;
    if (breathed === undefined) return same.every((other) => (other.breathed ?? 'air') === 'air');
    return same.some((other) => other.breathed === breathed);
  });
}

function saturationsIn({ tokens, quantities }: SentenceFacts): { value: number; breathed?: Breathed }[] {
  return quantities
    .filter(({ concept }) => concept?.name === 'oxygen saturation')
    .map((fact) => {
      const breathed = breathedWith(fact, tokens, quantities);
      return { value: fact.value, ...(breathed && { breathed }) };
    });
}

function breathedWith(
  { end }: QuantityFact,
  tokens: readonly Token[],
  quantities: readonly QuantityFact[],
): Breathed | undefined {
  const from = tokenIndexAt(tokens, end);
  let isOxygen = false;
  for (let at = from; at < Math.min(tokens.length, from + reach); at++) {
    const token = tokens[at];
    if (!token) break;
    const text = token.text;
    if (ofAir.test(text)) return isOxygen ? 'oxygen' : 'air';
    const flow = quantities.find(({ start }) => start === token.start);
    if (flow?.unit.dimension === 'volume' || flow?.unit.code.startsWith('L') || flow?.unit.code === '%')
      return `oxygen ${flow.value}`;
    // Another value, or another clause.
    if (flow !== undefined || /^[;.?!]$/.test(text)) break;
    if (text === ',' && !ofOxygen.test(tokens[at + 1]?.text ?? '') && isOxygen) break;
    if (ofOxygen.test(text)) isOxygen = true;
    if (text === 'without' || text === 'off') return 'air';
  }
  return isOxygen ? 'oxygen' : undefined;
}
