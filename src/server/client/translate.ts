let bundle: Readonly<Record<string, string>> = {};

/** Sets the client's translations (English → translated), once at start. */
export function useTranslations(translations: Readonly<Record<string, string>> | undefined): void {
  bundle = translations ?? {};
}

/**
 * A text of the server in the client's language, English where it has none.
 * @param text English, with `{0}`, `{1}` … for the arguments; also the key of the translation
 */
export function t(text: string, ...args: readonly (string | number)[]): string {
  return (bundle[text] ?? text).replace(/\{(\d+)\}/g, (place, index: string) =>
    String(args[Number(index)] ?? place),
  );
}
