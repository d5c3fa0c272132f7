// Checks that transformers.js gives the vectors of training: node verify.mjs <models folder> <model id>
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AutoTokenizer, env, pipeline } from '@huggingface/transformers';

const [root, id] = process.argv.slice(2);
env.allowRemoteModels = false;
env.localModelPath = root;
const cases = JSON.parse(await readFile(join(root, id, 'verification.json'), 'utf8'));
const tokenizer = await AutoTokenizer.from_pretrained(id);
const extract = await pipeline('feature-extraction', id, { dtype: 'q8' });
let worst = 1;
for (const { prepared, tokenIds, vector } of cases) {
  const ids = tokenizer.encode(prepared).slice(1, -1);
  if (JSON.stringify(ids) !== JSON.stringify(tokenIds)) throw new Error(`other pieces for "${prepared}": ${ids} instead of ${tokenIds}`);
  const { data } = await extract(prepared, { pooling: 'mean', normalize: true });
  let dot = 0;
  let norm = 0;
  for (const [index, value] of vector.entries()) {
    dot += value * data[index];
    norm += value * value;
  }
  if (norm > 0) worst = Math.min(worst, dot / Math.sqrt(norm));
  if (![...data].every(Number.isFinite)) throw new Error(`not finite for "${prepared}"`);
}
console.log(`${cases.length} texts, same pieces, lowest cosine ${worst.toFixed(6)}`);
if (worst < 0.999) process.exit(1);
