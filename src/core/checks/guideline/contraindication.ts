import type { QuantityFact } from '../../facts/fact';
import { formatQuantity, writtenMeasurement } from '../../facts/format';
import { convert } from '../../facts/quantities/units';
import type { NoteCheck, NoteCheckInput } from '../note-check';
import { audienceAt } from './passage-audiences';
import { belongsTo } from './audience';
import { notePatient, type NotePatient } from './note-patient';
import { plannedOrders } from './planned-orders';
import { covers } from './passage-topic';
import { restrictedOrders, type Ground } from './restricted-orders';
import type { Restriction } from './restrictions';

/** A condition of the patient that the restriction names, to the same degree. */
function conditionGround(
  input: NoteCheckInput,
  { conditions }: Restriction,
  patient: NotePatient,
): Ground | undefined {
  for (const { name, subtype, degree } of conditions) {
    const said = patient.findings.get(name);
    const kind = said?.fact.concept.subtype;
    // What is for HFrEF alone says nothing of HFpEF.
    if (!said || (subtype !== undefined && kind !== undefined && subtype !== kind)) continue;
    const text = input.statements[said.at]?.statement.text ?? '';
    const sameDegree = degree === undefined || new RegExp(`\\b${degree}`, 'i').test(text);
    // "Severe heart failure" says nothing of a heart failure that the note calls neither severe nor mild.
    if (sameDegree)
      return { whom: `patients with ${degree ? `${degree} ` : ''}${subtype ?? name}`, at: said.at };
  }
  return undefined;
}

/** A measured value of the note that the restriction's bound takes in. */
function valueGround(restriction: Restriction, patient: NotePatient): Ground | undefined {
  for (const bound of restriction.values) {
    const name = bound.concept?.name ?? '';
    const measured = patient.measurements.get(name) ?? [];
    // Several values are a course, and which one counts takes a reader.
    const inside = measured.filter(({ fact }) => isInside(fact, bound));
    const [first] = inside;
    if (!first) continue;
    const sign = bound.comparator === '<' ? 'below' : 'above';
    return {
      whom: `patients whose ${written(restriction, bound)} is ${sign} ${bound.value}`,
      at: first.at,
      ...(inside.length < measured.length && { unsure: true }),
    };
  }
  return undefined;
}

/** The measurement as the guideline calls it: a creatinine clearance is no eGFR, though both are compared. */
function written({ evidence }: Restriction, { concept }: QuantityFact): string {
  return concept ? evidence.passage.text.slice(concept.start, concept.end) : 'value';
}

function isInside(fact: QuantityFact, bound: QuantityFact): boolean {
  if (fact.comparator !== '=') return false;
  const bare = fact.unit.dimension === 'none' || bound.unit.dimension === 'none';
  const value = bare ? fact.value : convert(fact.value, fact.unit, bound.unit);
  if (value === undefined) return false;
  return bound.comparator === '<' ? value < bound.value : value > bound.value;
}

/** A table forbids the medicine in the row or column of this patient's kidney function. */
function cellGround(
  input: NoteCheckInput,
  restriction: Restriction,
  patient: NotePatient,
): Ground | undefined {
  const { conditions, values, others, ages, pregnancy, evidence, at } = restriction;
  if (conditions.length + values.length + others.length > 0 || ages || pregnancy) return undefined;
  const audience = audienceAt(evidence, at, input.terminology);
  const [band] = audience.values ?? [];
  const measured = band && patient.measurements.get(band.measurement)?.[0];
  if (!measured || belongsTo(audience, patient) !== 'yes') return undefined;
  const name = writtenMeasurement(band.measurement);
  return { whom: `patients whose ${name} is ${formatQuantity(measured.fact)}`, at: measured.at };
}

/** Another medicine of the note that it is not combined with. */
function otherGround(input: NoteCheckInput, { others }: Restriction, own: string): Ground | undefined {
  const other = plannedOrders(input).find(
    ({ order }) =>
      order.concept.name !== own &&
      others.some((name) => covers(name, order.concept.name, input.terminology)),
  );
  return other && { whom: `patients who take ${other.order.concept.name}`, at: other.at };
}

/** A medicine that a guideline forbids for a condition, a value or another medicine that the note speaks of. */
export const guidelineContraindication: NoteCheck = {
  rule: 'guideline/contraindication',
  axis: 'guideline',
  reports: 'A medicine is ordered that a guideline forbids for what the note says of the patient.',
  harm: 1,
  run: (input) =>
    restrictedOrders(input, (restriction, { order }) => {
      const patient = notePatient(input);
      return (
        conditionGround(input, restriction, patient) ??
        valueGround(restriction, patient) ??
        cellGround(input, restriction, patient) ??
        otherGround(input, restriction, order.concept.name)
      );
    }),
};
