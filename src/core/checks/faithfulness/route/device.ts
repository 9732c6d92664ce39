import { citeSource } from '../../../evidence/citations/citation-of';
import type { SourceIndex } from '../../../evidence/source/source-index';
import { type Device, devicesIn } from '../../../facts/medications/giving-devices';
import type { QuantityFact } from '../../../facts/fact';
import { once, oncePer } from '../../../once';
import type { Span } from '../../../text/span';
import { nameInNote } from '../../name-in-note';
import type { CheckInput, FindingDraft } from '../../check';
import { comparedOrders } from '../medication/evidence';

interface ToldDevice {
  source: SourceIndex;
  segment: number;
  device: Device;
}

type Kind = Parameters<typeof devicesIn>[1];

/** Every device of a kind that a source names, with the segment that it stands in. */
const toldDevices = oncePer((source: SourceIndex) =>
  once(
    (kind: Kind) => kind,
    (kind): readonly ToldDevice[] =>
      source.segments.flatMap(({ start, end }, segment) =>
        devicesIn(source.text.slice(start, end), kind).map((device) => ({
          source,
          segment,
          device: { ...device, start: device.start + start, end: device.end + start },
        })),
      ),
  ),
);

function draft(span: Span, message: string, told: ToldDevice): FindingDraft {
  return {
    start: span.start,
    end: span.end,
    verdict: 'contradicted',
    message,
    expected: told.device.name,
    citations: [citeSource(told.source, told.segment, told.device)],
    fixes: [],
  };
}

/** What was given once need not be what is prescribed. */
const givenOnce =
  /\b(?:given|received|administered|treated|trial|in (?:the )?(?:clinic|ed|er|office)|today|now|x ?1|once)\b/i;

/** "Albuterol nebulizer", where the source speaks of an inhaler of it, and nowhere of a nebuliser. */
export function inhaledOtherwise(input: CheckInput): FindingDraft[] {
  const { text } = input.statement;
  const ours = devicesIn(text, 'inhaled');
  const [first] = ours;
  if (!first || givenOnce.test(text) || ours.some(({ name }) => name !== first.name)) return [];
  const orders = comparedOrders(input);
  // Of several medicines nobody knows whose it is.
  if (orders.length !== 1 || input.facts.flatMap((sentence) => sentence.orders).length !== 1) return [];
  const all = input.sources.flatMap(({ source }) => toldDevices(source)('inhaled'));
  if (all.some(({ device }) => device.name === first.name)) return [];
  return orders.slice(0, 1).flatMap(({ note, theirs }) => {
    const told = all.find(({ source, segment, device }) =>
      theirs.some((place) => {
        const sentence = source.sentenceAt(segment, device.start);
        return (
          place.source === source &&
          place.order.concept.start >= sentence.start &&
          place.order.concept.end <= sentence.end
        );
      }),
    );
    const name = nameInNote(note.concept, text);
    return told
      ? [
          draft(
            first,
            `The source speaks of an ${told.device.name} of ${name}, and of no ${first.name}.`,
            told,
          ),
        ]
      : [];
  });
}

/** Devices that may be one: oxygen by litres is given by any of them but none. */
const mayBeSame = (a: string, b: string): boolean =>
  a === b || ((a === 'oxygen' || b === 'oxygen') && a !== 'room air' && b !== 'room air');

/** So many segments around a device may tell of the same moment. */
const momentReach = 2;

/**
 * "SpO2 94 % on room air", where the source measures those 94 % under oxygen by a cannula; "via face mask" for the cannula.
 * Only where the source names no more than one way, and a number of the note stands beside it.
 */
export function oxygenOtherwise(input: CheckInput): FindingDraft[] {
  const ours = devicesIn(input.statement.text, 'oxygen');
  const [first] = ours;
  if (!first || ours.some(({ name }) => !mayBeSame(name, first.name))) return [];
  const device = ours.find(({ name }) => name !== 'oxygen') ?? first;
  const named = input.sources.flatMap(({ source }) => toldDevices(source)('oxygen'));
  // "Two litres of oxygen by nasal cannula": the device says more than the oxygen.
  const exact = named.filter((one) => one.device.name !== 'oxygen');
  const all = exact.length > 0 ? exact : named;
  const [told] = all;
  if (!told || !all.every((one) => mayBeSame(one.device.name, told.device.name))) return [];
  if (all.some((one) => mayBeSame(one.device.name, device.name))) return [];
  const isOfAir = device.name === 'room air' || told.device.name === 'room air';
  if (otherMoment.test(input.statement.text) || (told.device.name === 'room air' && isOxygenSpokenOf(input)))
    return [];
  const measured = input.facts.flatMap(({ quantities }) => quantities.filter(isSaturation));
  const flows = isOfAir ? [] : input.facts.flatMap(({ quantities }) => quantities.filter(isFlow));
  const values = new Set([...measured, ...flows].map(({ value }) => value));
  const isSameMoment = all.some((one) => {
    const { source, segment } = one;
    const near = source.around(segment, momentReach);
    const words = near.map(({ start, end }) => source.text.slice(start, end)).join(' ');
    return (
      !(isOfAir && isOver(one)) &&
      !takenOff.test(words) &&
      near.some(({ sentences }) =>
        sentences.some(({ quantities }) =>
          quantities.some(
            ({ value, alternatives }) => values.has(value) || alternatives.some((one) => values.has(one)),
          ),
        ),
      )
    );
  });
  const message = `The source says ${told.device.name}; the note says ${input.statement.text.slice(device.start, device.end)}.`;
  return isSameMoment ? [draft(device, message, told)] : [];
}

/** What tells in a device's own sentence that its time is over. */
const over = /\b(?:was|were|stopped|removed|until|overnight)\b/i;

/** "He was on two litres overnight." */
function isOver({ source, segment, device }: ToldDevice): boolean {
  const { start, end } = source.sentenceAt(segment, device.start);
  return over.test(source.text.slice(start, end));
}

const isSaturation = ({ unit, value }: QuantityFact): boolean => unit.code === '%' && value > 50;
const isFlow = ({ unit }: QuantityFact): boolean => /^L(?:\/min)?$/.test(unit.code);

/** A note that orders oxygen, or tells of another time: what was measured says nothing of it. */
const otherMoment =
  /\b(?:home|nights?|nocturnal|sleep\w*|exertion\w*|ambulat\w*|continue|target|aim|peak|wean\w*|comfort|prn|if|start|titrate|previous\w*|initial\w*|was|last)\b/i;
/** "He was on two litres, that's off since last night": the source itself tells of two times. */
const takenOff =
  /\b(?:off|wean\w*|(?:was|were|been) on|earlier|initially|last night|yesterday|at home|at night|came up|come up|went up)\b/i;
/** Oxygen that is given, in words that need not name the device. */
const given =
  /\b(?:litres?|liters?|cannula|prongs|masks?|concentrator|tank|supplemental|on (?:the |some )?oxygen|home oxygen)\b|\d ?l\b/i;

function isOxygenSpokenOf({ sources }: CheckInput): boolean {
  return sources.some(({ source }) => given.test(source.text));
}
