import type { FactCheckFormat } from '../engine';
import type { FactCheckExport } from './exported';
import { factCheckMarkdown } from './markdown';
import { factCheckSarif } from './sarif';

/** Writes a fact-check down. JSON is the report as it is. */
export function exportFactCheck({ format, ...given }: FactCheckExport & { format: FactCheckFormat }): string {
  if (format === 'markdown') return factCheckMarkdown(given);
  const value = format === 'json' ? { name: given.name, ...given.report } : factCheckSarif([given]);
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
