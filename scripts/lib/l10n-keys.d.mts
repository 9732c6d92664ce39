/** Every text that the sources translate, sorted and once each. */
export function translatedTexts(): string[];
