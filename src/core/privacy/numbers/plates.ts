import { matchesOf, type Identifier } from '../identifier';

const vehicles =
  'cars? vans? trucks? pick-?ups? taxis? cabs? utes? lorry lorries bus motorbikes? motorcycles? bikes? moped scooter vehicles? ' +
  'driver drives driving drove plates? reg rego registration parked suv sedan hatchback minibus transit fiesta toyota honda ' +
  'ford nissan tesla bmw audi matatu boda okada keke tuk-?tuk bakkie jeepney tricycle';
const vehicle = vehicles
  .split(' ')
  .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
  .join('|');
/** Five signs or more in groups, digits among letters: "S447 BKT", "CA 448-217", "NV 447-KLT". */
const plate =
  '(?!(?:BP|HR|RR|GCS|CT|MRI|ECG|EKG|HGV|PSV|ICD|BMI|SATS)\\b)(?=(?:[A-Z -]*\\d){2})(?=[\\d -]*[A-Z])(?=(?:[ -]?[A-Z\\d]){5})(?:[A-Z\\d]{1,4}[ -]){0,2}[A-Z\\d]{1,8}(?![\\p{L}\\d]|[.,]\\d)';

const patterns = [
  // United Kingdom, of three times.
  /(?<![\p{L}\d])[A-Z]{2}\d{2} ?[A-Z]{3}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[A-HJ-NP-TV-Y]\d{2,3} [A-Z]{3}(?![\p{L}\d])/gu,
  // Behind a word for a vehicle, in the same part of the sentence.
  new RegExp(
    `(?<![\\p{L}-])(?:${vehicle})(?:[ (:#-]{1,3}(?:[\\p{L}.]{1,12}[ (:#-]{1,2}){0,4})(?<it>${plate})`,
    'dgu',
  ),
];

/** Finds number plates of vehicles. */
export function* findPlates(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'record');
}
