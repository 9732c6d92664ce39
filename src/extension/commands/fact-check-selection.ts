import type { CommandServices, FactCheckReport } from '../services';
import { activeEditor, selectedText } from './active-text';

/** *Attest: Fact-Check Selection*: the selection, or the sentence at the cursor, against the library. */
export async function run({ engine, panel }: CommandServices): Promise<FactCheckReport | undefined> {
  const result = engine.request('factCheck', [{ text: selectedText(activeEditor()) }]);
  await panel.showFactCheck(result);
  return result.catch(() => undefined); // The panel shows why it failed.
}
