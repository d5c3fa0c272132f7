import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram, startProgram, type RunningProgram } from '../support/run-program';

let dataDir = '';
const started: RunningProgram[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-start-'));
});
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.child.kill('SIGKILL');
    await program.ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(...args: string[]): RunningProgram {
  const program = startProgram('scripts/start.mjs', ['--no-open', '--data-dir', dataDir, ...args]);
  started.push(program);
  return program;
}

const address = /http:\/\/127\.0\.0\.1:(\d+)\/\?token=\S+/;

describe('npm start', () => {
  it('says in one line where the application is and why, and prints its address', async () => {
    const program = start();
    const [url = ''] = await program.said(address);
    await program.said(/Smart Recruiting est servi à l’adresse ci-dessous.*--no-open est demandé/);
    const entry = await fetch(url, { redirect: 'manual' });
    const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', url), { headers: { cookie } });
    expect([entry.status, page.status]).toEqual([303, 200]);
    expect(await page.text()).toContain('<div id="root">');
  });

  it('says in the terminal what does not go on of itself in safe mode, and how to leave it', async () => {
    const program = start('--safe-mode');
    await program.said(address);
    const [line] = await program.said(/Mode sans échec.*/);
    expect(line).toMatch(/ni le dossier surveillé .* sans --safe-mode pour en sortir\.$/);
  });

  it('ends everything at Ctrl+C, and leaves no word of a running instance', async () => {
    const program = start();
    const [url = ''] = await program.said(address);
    const instance = join(dataDir, 'instance.json');
    if (process.platform !== 'win32') expect(statSync(instance).mode & 0o777).toBe(0o600);
    program.child.kill('SIGINT');
    expect((await program.ended).code).toBe(0);
    expect(statSync(instance, { throwIfNoEntry: false })).toBeUndefined();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  // Windows sends no such signal.
  it.skipIf(process.platform === 'win32')(
    'tells what nobody foresaw, and closes the database before it ends',
    async () => {
      const failing = `process.on('SIGUSR2', () => { throw new Error('Nobody catches this.'); })`;
      const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(failing)}` };
      const program = startProgram('out/main/http.js', ['--data-dir', dataDir], env);
      started.push(program);
      await program.said(address);
      expect(existsSync(join(dataDir, 'smart-recruiting.db-wal'))).toBe(true);
      program.child.kill('SIGUSR2');
      const { code, stderr } = await program.ended;
      expect(code).toBe(1);
      expect(stderr).toContain('s’arrête à cause d’une erreur imprévue');
      expect(existsSync(join(dataDir, 'smart-recruiting.db-wal'))).toBe(false);
      expect(existsSync(join(dataDir, 'instance.json'))).toBe(false);
    },
  );

  it('finds the instance that runs on the same data and opens its address', async () => {
    const first = start();
    const [url] = await first.said(address);
    const second = await start().ended;
    expect(second.code).toBe(0);
    expect(second.stdout).toBe(`${url}\n`);
    expect(second.stderr).toContain('Déjà en cours');
  });

  it('asks in the page what is to become of a damaged database, and goes on to the application', async () => {
    writeFileSync(join(dataDir, 'smart-recruiting.db'), '');
    const first = start();
    await first.said(address);
    first.child.kill('SIGINT');
    await first.ended;
    // Found damaged while it was open.
    writeFileSync(join(dataDir, 'smart-recruiting.db.damaged'), '');
    const program = start();
    const [url = ''] = await program.said(address);
    const entry = await fetch(url, { redirect: 'manual' });
    const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { origin } = new URL(url);
    expect(await (await fetch(origin, { headers: { cookie } })).text()).toContain('La base de données est endommagée');
    const strange = await fetch(`${origin}/rescue/open`, { method: 'POST', redirect: 'manual' });
    expect(strange.status).toBe(403);
    const headers = { cookie, origin };
    const chosen = await fetch(`${origin}/rescue/open`, { method: 'POST', headers, redirect: 'manual' });
    expect(chosen.status).toBe(303);
    const next = await fetch(chosen.headers.get('location') ?? '', { redirect: 'manual' });
    expect(next.headers.get('set-cookie')).toMatch(/^smart-recruiting-\d+=/);
    program.child.kill('SIGINT');
    expect((await program.ended).code).toBe(0);
  });

  it('is one instance even when two are started at the same moment', async () => {
    const both = [start(), start()];
    const [one, other] = await Promise.all(both.map((program) => program.said(address)));
    expect(one?.[0]).toBe(other?.[0]);
  });

  it('starts although word of an instance that died is left', async () => {
    const dead = { port: 1, token: 'x', url: 'http://127.0.0.1:1/?token=x', pid: 1 };
    writeFileSync(join(dataDir, 'instance.json'), JSON.stringify(dead));
    const [, port] = await start().said(address);
    expect(Number(port)).toBeGreaterThan(1);
    expect(JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8'))).toMatchObject({ port: Number(port) });
  });

  it('has the same address at each start, so that the browser remembers the page', async () => {
    const ports: string[] = [];
    for (let times = 0; times < 2; times += 1) {
      const program = start();
      const [, port = ''] = await program.said(address);
      ports.push(port);
      program.child.kill('SIGINT');
      await program.ended;
    }
    expect(ports[0]).toBe(ports[1]);
  });

  it('says in one sentence that a file stands where the data folder should be, with code 1', async () => {
    const file = join(dataDir, 'données');
    writeFileSync(file, 'mine');
    const ended = await runProgram('scripts/start.mjs', ['--no-open', '--data-dir', file]);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toBe(
      `Le dossier des données ne peut pas être ${file}\u00a0: un fichier porte ce nom, ou celui d’un dossier du chemin. Choisissez un autre dossier (--data-dir). Aucune donnée n’a été perdue.\n`,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('is free for the next start after a kill', async () => {
    const first = start();
    await first.said(address);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    const [url = ''] = await second.said(address);
    expect(url).toContain('token=');
  });

  it('listens on the port that was asked for, and says so when it is taken', async () => {
    const first = start();
    const [, port = ''] = await first.said(address);
    const other = mkdtempSync(join(tmpdir(), 'smart-recruiting-start-'));
    const args = ['--no-open', '--data-dir', other, '--port', port];
    const second = await runProgram('scripts/start.mjs', args);
    rmSync(other, { recursive: true, force: true });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`Le port ${port} n’est pas libre`);
  });

  it.each([
    [['--porto', '1'], 'L’option --porto ne convient pas.'],
    [['quoi'], 'L’option quoi ne convient pas.'],
    [['--port'], 'L’option --port <value> ne convient pas.'],
    [['--port', 'x'], 'Valeur non admise\u00a0: --port x. Il faut un port, de 0 à 65535.'],
    [['--port', '70000'], 'Valeur non admise\u00a0: --port 70000. Il faut un port, de 0 à 65535.'],
    [['--data-dir', ''], 'Il manque le nom d’un dossier après --data-dir.'],
  ])('refuses %j in one sentence, with code 2', async (args, sentence) => {
    const ended = await runProgram('scripts/start.mjs', ['--no-open', ...args]);
    expect(ended).toEqual({ code: 2, stdout: '', stderr: `${sentence} Voir «\u00a0npm start -- --help\u00a0».\n` });
  });

  it('explains its options on request', async () => {
    expect((await runProgram('scripts/start.mjs', ['--help'])).code).toBe(0);
  });
});
