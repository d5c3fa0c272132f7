import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importRules, type ImportRule } from './architecture-rules';

const root = resolve(import.meta.dirname, '..');
const sourceRoot = join(root, 'src');

interface SourceFile {
  /** Path below src/, with forward slashes and without its ending: `main/core/app`. */
  readonly name: string;
  readonly imports: readonly string[];
}

function readSources(): readonly SourceFile[] {
  return readdirSync(sourceRoot, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: nameOf(path), imports: importsOf(path) };
    });
}

function nameOf(path: string): string {
  return relative(sourceRoot, path)
    .split(sep)
    .join('/')
    .replace(/\.tsx?$/, '');
}

/** Every module that a file names, type-only imports and dynamic ones included. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
}

/** The rule for a file, with `<topic>` replaced by the folder that it stands for. */
function ruleFor(name: string): ImportRule | null {
  for (const rule of importRules) {
    const pattern = new RegExp(`^(${rule.folder.replace(/<\w+>/, '[^/]+')})(/|$)`);
    const match = pattern.exec(name);
    // `main/core/<topic>` means a folder: `main/core/app` is a file of `main/core`.
    if (!match || (rule.folder.includes('<') && match[1] === name)) continue;
    return { ...rule, folder: match[1] ?? rule.folder };
  }
  return null;
}

/** A name stands for itself and all below it; one that ends in `.ts` for that file alone, whatever `*` stands for. */
function allows(patterns: readonly string[], wanted: string): boolean {
  return patterns.some((pattern) => {
    const expression = pattern.replace(/\.ts$/, '').split('*').map(escape).join('[^/]*');
    return new RegExp(`^${expression}${pattern.endsWith('.ts') ? '$' : '(/|$)'}`).test(wanted);
  });
}

function escape(text: string): string {
  return text.replace(/[.\\+?^$()[\]{}|]/g, '\\$&');
}

/** What is wrong with one import, or null. */
function violation(file: SourceFile, specifier: string): string | null {
  const rule = ruleFor(file.name);
  if (!rule) return `src/${file.name} lies in a folder without a rule: add one to tests/architecture-rules.ts`;
  const advice = `change the import, or argue for a change of the row "${rule.folder}" in tests/architecture-rules.ts`;
  if (!specifier.startsWith('.')) {
    const allowed = allows(rule.packages, specifier) || specifier.endsWith('.css');
    return allowed ? null : `src/${file.name} imports the package "${specifier}": ${advice}`;
  }
  const target = posix.join(dirname(file.name), specifier).replace(/\.(tsx?|js|css|json)$/, '');
  const allowed = target.startsWith(`${rule.folder}/`) || target === rule.folder || allows(rule.may, target);
  return allowed ? null : `src/${file.name} imports src/${target}: ${advice}`;
}

const sources = readSources();

describe('the import table', () => {
  it('is kept by every file of src', () => {
    const violations = sources.flatMap((file) => file.imports.map((specifier) => violation(file, specifier)));
    expect(violations.filter((line) => line !== null)).toEqual([]);
  });

  it('refuses what it should refuse', () => {
    const refused: readonly [string, string][] = [
      ['shared/domain/offer', '../contract/define'],
      ['shared/rpc/router', 'node:fs'],
      ['main/core/offers/offer-service', '../companies/company-repository'],
      ['main/core/offers/offer-service', 'electron'],
      ['main/core/offers/offer-service', '../../workers/adapters'],
      ['main/workers/match/rank', '../../core/offers/offer-service'],
      ['main/hosts/http/main', 'electron'],
      ['main/hosts/http/main', '../../core/offers/offer-service'],
      ['main/hosts/http/main', '../cli/with-app'],
      ['main/hosts/electron/main', '../http/server'],
      ['renderer/features/offers/OffersPage', '../imports/ImportPage'],
      ['renderer/features/offers/OffersPage', '@nivo/bar'],
      ['renderer/features/offers/OffersPage', '../../../main/core/ports'],
      ['renderer/api/connect', 'node:path'],
    ];
    for (const [name, specifier] of refused) {
      expect([name, specifier, violation({ name, imports: [] }, specifier)]).not.toContain(null);
    }
  });

  it('has a rule for every file and a file for every rule', () => {
    const used = new Set(sources.map((file) => ruleFor(file.name)?.packages));
    expect(importRules.filter((rule) => !used.has(rule.packages)).map((rule) => rule.folder)).toEqual([]);
  });
});

describe('every file of src', () => {
  it('has a kebab-case name, or PascalCase for a React component', () => {
    const odd = sources
      .map((file) => posix.basename(file.name))
      .filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?$/.test(name) && !/^[A-Z][A-Za-z0-9]*$/.test(name));
    expect(odd).toEqual([]);
  });

  it('avoids names that say nothing', () => {
    const vague = sources.filter((file) =>
      /(^|[/-])(utils|helpers|manager|common|misc|data|info|new)$/.test(file.name),
    );
    expect(vague.map((file) => file.name).filter((name) => !name.endsWith('formation-manager'))).toEqual([]);
  });
});
