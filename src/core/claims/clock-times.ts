/** "08:35", "8.35 pm", "14:20". A ratio ("1:1000") and a score have no such minutes, or no such end. */
const clock = /(?<![\d:.,/-])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:])(?:\s?([ap])\.?m\b)?/giu;
const halfDay = 12;

/**
 * The times of day in a text, in minutes since midnight, each once. A point parts hours and minutes only before "am" and
 * "pm": else it is a decimal.
 */
export function clockMinutes(text: string): number[] {
  const found = [...text.matchAll(clock)].flatMap(([written, hour = '', minute = '', half]) => {
    if (written.includes('.') && half === undefined) return [];
    const hours = Number(hour);
    const shifted =
      half === undefined ? hours : (hours % halfDay) + (half.toLowerCase() === 'p' ? halfDay : 0);
    return [shifted * 60 + Number(minute)];
  });
  return [...new Set(found)];
}
