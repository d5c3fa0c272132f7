import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, runProgram, startProgram, type Ended, type RunningProgram } from '../support/run-program';

// Commands while the application is open on the same data folder.

let dir = '';
let host: RunningProgram;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-beside-'));
  host = startProgram('out/main/http.js', ['--data-dir', join(dir, 'data')]);
  await host.said(/token=/);
});
afterEach(async () => {
  host.child.kill('SIGTERM');
  await host.ended;
  rmSync(dir, { recursive: true, force: true });
});

const cli = (...args: string[]): Promise<Ended> =>
  runProgram('out/main/cli.js', [...args, '--data-dir', join(dir, 'data')]);
const result = ({ stdout }: Ended): Readonly<Record<string, unknown>> =>
  JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Readonly<Record<string, unknown>>;
const formations = join(root, 'data', 'samples', 'formations.csv');

/** As when the application is open in the desktop shell, which has no server: only the lock tells of it. */
function hideServer(): void {
  rmSync(join(dir, 'data', 'instance.json'));
}

describe('beside an application that serves its page', () => {
  it('the application does the work: what is imported, ranked, exported and undone is the same', async () => {
    expect((await cli('import', 'formations', formations, '--dry-run')).code).toBe(0);
    const imported = await cli('import', 'formations', formations, '--json');
    expect({ code: imported.code, stderr: imported.stderr }).toEqual({ code: 0, stderr: '' });
    expect(result(imported)).toMatchObject({ kind: 'formations', file: 'formations.csv', rejected: 0 });
    const offers = join(dir, 'offres d’été.csv');
    writeFileSync(offers, 'id;titre;description\nx;Développeur web;Programmation et bases de données pour le web.\n');
    expect((await cli('import', 'offers', offers)).stdout).toMatch(/^offres d’été\.csv\u00a0: 1 ligne lue, 1 créée/);
    expect((await cli('rank')).code).toBe(0);

    const output = join(dir, 'sortie.csv');
    expect(await cli('export', 'matches', output)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(output, 'utf8')).toContain('Développeur web');

    const undone = await cli('imports', 'undo', String(result(imported)['importId']));
    expect(undone).toMatchObject({ code: 0, stderr: '' });
    expect(result(await cli('doctor', '--json'))).toMatchObject({ formations: 0, offers: 1 });
  });

  it('its refusals and bad files are told as ever', async () => {
    const empty = join(dir, 'vide.csv');
    writeFileSync(empty, '');
    const ended = await cli('import', 'offers', empty);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('Le fichier est vide (vide.csv)');
    expect((await cli('imports', 'undo', '99')).code).toBe(1);
  });

  it('Ctrl+C cancels the job that the application does, with code 130', async () => {
    const many = join(dir, 'many.csv');
    writeFileSync(many, `title;description\n${'Développeur;"Une description assez longue."\n'.repeat(400_000)}`);
    const args = ['import', 'offers', many, '--data-dir', join(dir, 'data'), '--json'];
    const importing = startProgram('out/main/cli.js', args);
    await importing.said(/"progress"/);
    importing.child.kill('SIGINT');
    expect((await importing.ended).code).toBe(130);
    expect(result(await cli('doctor', '--json'))).toMatchObject({ offers: 0 });
  });
});

describe('beside an application without a server', () => {
  it('reading works, and doctor says that the data are in use', async () => {
    await cli('import', 'formations', formations);
    hideServer();
    const list = await cli('imports', 'list');
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(list.stdout).toContain('formations.csv');
    const doctor = await cli('doctor');
    expect(doctor).toMatchObject({ code: 0, stderr: '' });
    expect(doctor.stdout).toMatch(/^Utilisation +l’application, ou une autre commande, est ouverte sur ces données$/m);
    expect(result(await cli('doctor', '--json'))).toMatchObject({ isInUse: true, isWell: true, integrity: 'ok' });
  });

  it('writing says what to do, and changes nothing', async () => {
    hideServer();
    for (const args of [['import', 'formations', formations], ['rank'], ['sample', 'load']]) {
      const ended = await cli(...args);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      expect(ended.stderr).toContain('Smart Recruiting est déjà ouvert sur ces données');
      expect(ended.stderr).toContain('Fermez l’autre fenêtre ou l’autre commande');
    }
    expect(result(await cli('doctor', '--json'))).toMatchObject({ formations: 0, offers: 0 });
  });
});
