import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A real ONNX model of a few hundred bytes, so that the loader, the tokenizer and the runtime are tested without the
// shipped weights: the logits are the mean of three numbers per word. It knows a dozen words, and stands for no verifier.

const words: Record<string, [supported: number, contradicted: number, notAddressed: number]> = {
  '[PAD]': [0, 0, 0],
  '[UNK]': [0, 0, 0],
  '[CLS]': [0, 0, 0],
  '[SEP]': [0, 0, 0],
  yes: [40, 0, 0],
  no: [0, 40, 0],
  other: [0, 0, 40],
  a: [0, 0, 0],
  // Enough for plain sentences: that something is so, and that it is not.
  is: [1, 0, 0],
  not: [0, 40, 0],
};

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
};
const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const block = (field: number, bytes: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];
const text = (field: number, value: string): number[] => block(field, [...Buffer.from(value)]);

/** ValueInfoProto of a tensor; named dimensions may be of any size. */
function value(name: string, type: number, dims: readonly (string | number)[]): number[] {
  const shape = dims.flatMap((dim) => block(1, typeof dim === 'string' ? text(2, dim) : number(1, dim)));
  return [...text(1, name), ...block(2, block(1, [...number(1, type), ...block(2, shape)]))];
}

function node(
  type: string,
  inputs: readonly string[],
  output: string,
  attribute: readonly number[],
): number[] {
  const ins = inputs.flatMap((input) => text(1, input));
  return [...ins, ...text(2, output), ...text(4, type), ...attribute];
}

const [float, int64] = [1, 7];

/** ModelProto: `logits = mean over the words of weights[input_ids]`, its outputs in this order of `tinyLabels`. */
function model(outputs: readonly number[]): Uint8Array {
  const rows = Object.values(words).map((row) => outputs.map((output) => row[output] ?? 0));
  const raw = [...new Uint8Array(Float32Array.from(rows.flat()).buffer)];
  const weights = [
    ...number(1, rows.length),
    ...number(1, outputs.length),
    ...number(2, float),
    ...text(8, 'weights'),
    ...block(9, raw),
  ];
  // AttributeProto: INTS is 7, INT is 2.
  const axes = block(5, [...text(1, 'axes'), ...number(8, 1), ...number(20, 7)]);
  const keep = block(5, [...text(1, 'keepdims'), ...number(3, 0), ...number(20, 2)]);
  const graph = [
    ...block(1, node('Gather', ['weights', 'input_ids'], 'vectors', [])),
    ...block(1, node('ReduceMean', ['vectors'], 'logits', [...axes, ...keep])),
    ...text(2, 'tiny'),
    ...block(5, weights),
    ...block(11, value('input_ids', int64, ['batch', 'length'])),
    ...block(12, value('logits', float, ['batch', outputs.length])),
  ];
  return Uint8Array.from([...number(1, 8), ...block(7, graph), ...block(8, number(2, 13))]);
}

const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
      { Sequence: { id: 'B', type_id: 1 } },
      { SpecialToken: { id: '[SEP]', type_id: 1 } },
    ],
    special_tokens: Object.fromEntries(
      ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [Object.keys(words).indexOf(id)], tokens: [id] }]),
    ),
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(Object.keys(words).map((word, id) => [word, id])),
  },
};

/**
 * Writes a verifier that takes "yes" for supported, "no" for contradicted and "other" for not addressed.
 * @param files further files of the folder by name, e.g. `verifier.json`; a string is written as it is
 * @param outputs which of `tinyLabels` each output is
 */
export function makeTinyVerifier(
  files: Record<string, object | string> = {},
  outputs: readonly number[] = [0, 1, 2],
): string {
  const dir = mkdtempSync(join(tmpdir(), 'attest-verifier-'));
  writeFileSync(join(dir, 'verifier.onnx'), model(outputs));
  const all = { 'tokenizer.json': tokenizer, ...files };
  for (const [name, content] of Object.entries(all)) {
    writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return dir;
}

/** What the tiny verifier's outputs stand for. */
export const tinyLabels = { labels: ['supported', 'contradicted', 'not-addressed'] };
