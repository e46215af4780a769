import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledDocument } from '../../../src-main/contract/briefing.ts';

// Two levels below the root, like out/cli: the command looks for resources from where it lies.
const bundle = resolve('out/test-kyhop/kyhop.mjs');
const folder = mkdtempSync(join(tmpdir(), 'kyhop-cli-'));
const report = resolve('resources/report/source.txt');

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir: resolve('out/test-kyhop'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { kyhop: resolve('src-main/cli/kyhop.ts') },
        output: { format: 'es', entryFileNames: 'kyhop.mjs' },
      },
    },
  });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function kyhop(args: readonly string[], input = '', cwd = folder): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bundle, ...args], { cwd });
    const parts = { out: [] as Buffer[], err: [] as Buffer[] };
    child.stdout.on('data', (chunk: Buffer) => parts.out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => parts.err.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) => {
      done({ code, out: Buffer.concat(parts.out).toString(), err: Buffer.concat(parts.err).toString() });
    });
  });
}

const fileWith = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('kyhop compile', () => {
  it('prints the report as one object, whole', async () => {
    const { code, out, err } = await kyhop(['compile', report, '--strict']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const compiled = JSON.parse(out) as CompiledDocument;
    expect(compiled.footnotes).toHaveLength(30);
    expect(Object.keys(compiled)).toEqual(
      expect.arrayContaining([
        'document',
        'sections',
        'blocks',
        'footnotes',
        'corrections',
        'problems',
        'separators',
      ]),
    );
  });

  it('writes the same bytes in another folder by another process', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    await kyhop(['compile', report, '--out', join(folder, 'one.kyhop')]);
    await kyhop(['compile', report, '--out=two.kyhop'], '', join(folder, 'elsewhere'));
    const one = readFileSync(join(folder, 'one.kyhop'));
    expect(one.equals(readFileSync(join(folder, 'elsewhere/two.kyhop')))).toBe(true);
  });

  it.each([
    ['missing', () => join(folder, 'none.txt'), 'Không tìm thấy tệp'],
    [
      'binary',
      () => fileWith('binary.txt', Buffer.from([80, 75, 3, 4, 0, 0, 1])),
      'không phải là tệp văn bản',
    ],
    ['blank', () => fileWith('blank.txt', ' \n\n\t\n'), 'không có chữ nào'],
    ['in another encoding', () => fileWith('cp1258.txt', Buffer.from([66, 0xe1, 111, 10, 0xd0])), 'UTF-8'],
  ])(
    'refuses a source that is %s in one clear line, and leaves the earlier briefing',
    async (_, make, words) => {
      const out = fileWith('earlier.kyhop', 'hồ sơ cũ');
      const run = await kyhop(['compile', make(), '--out', out]);
      expect(run.code).toBe(1);
      expect(run.out).toBe('');
      expect(run.err.trimEnd().split('\n')).toHaveLength(1);
      expect(run.err).toContain(words);
      expect(run.err).toContain('Hãy');
      expect(readFileSync(out, 'utf8')).toBe('hồ sơ cũ');
    },
  );

  it('names a correction that found no place: a problem, and an error where it is strict', async () => {
    const revised = readFileSync(report, 'utf8').replace(
      'Trung cấp 02 Các thành viên',
      'Trung cấp 02. Các thành viên',
    );
    const file = fileWith('revised.txt', revised);
    const lax = await kyhop(['compile', file]);
    expect(lax.code).toBe(0);
    const { problems } = JSON.parse(lax.out) as CompiledDocument;
    expect(problems.filter(({ code }) => code === 'correction-not-found')).toHaveLength(1);
    const strict = await kyhop(['compile', file, '--strict', '--out', join(folder, 'strict.kyhop')]);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('Trung cấp 02 Các thành viên');
    expect(existsSync(join(folder, 'strict.kyhop'))).toBe(false);
  });

  it.each([
    [[]],
    [['compile']],
    [['compile', 'a', 'b']],
    [['compile', 'a', '--nope']],
    [['compile', 'a', '--out']],
    [['x', 'a']],
    [['compile', 'a', '--out', './a']],
  ])('explains itself after the wrong call %j', async (args) => {
    const { code, out, err } = await kyhop(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Cách dùng');
  });
});

describe.each(['figures', 'checks'])('kyhop %s', (verb) => {
  it('says the same of a source and of the briefing made from it, a JSON object a line', async () => {
    const briefing = join(folder, `${verb}.kyhop`);
    await kyhop(['compile', report, '--out', briefing]);
    const [source, compiled] = await Promise.all([kyhop([verb, report]), kyhop([verb, briefing])]);
    expect(source).toMatchObject({ code: 0, err: '' });
    expect(compiled).toEqual(source);
    const lines = source.out.trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object');
  });
});

describe('kyhop data', () => {
  it('writes tables that begin with their columns, and a note that explains each column', async () => {
    const out = join(folder, 'data');
    expect(await kyhop(['data', report, '--out', out])).toEqual({ code: 0, out: '', err: '' });
    const note = readFileSync(join(out, 'README.md'), 'utf8');
    for (const name of ['indicators', 'observations', 'checks']) {
      const [header = ''] = readFileSync(join(out, `${name}.csv`), 'utf8').split('\n');
      for (const column of header.split(',')) expect(note).toContain(`| \`${column}\` |`);
    }
  });

  it('refuses to do without a folder, and says what to do where it cannot write', async () => {
    expect((await kyhop(['data', report])).code).toBe(2);
    const { code, err } = await kyhop(['data', report, '--out', fileWith('no-folder', 'x')]);
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain('Hãy chọn thư mục khác');
  });
});

describe('kyhop search', () => {
  const queries = 'hop khong giay to\n"(*\n\nCông tác huấn luyện\n';

  it('answers a line a query, alike from a source and from a briefing', async () => {
    await kyhop(['compile', report, '--out', join(folder, 'search.kyhop')]);
    const bySource = await kyhop(['search', report], queries);
    const byBriefing = await kyhop(['search', join(folder, 'search.kyhop')], queries);
    expect(bySource.out).toBe(byBriefing.out);
    const answers = bySource.out
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { query: string; hits: { start: number; end: number; address: string }[] },
      );
    expect(answers.map(({ query }) => query)).toEqual([
      'hop khong giay to',
      '"(*',
      '',
      'Công tác huấn luyện',
    ]);
    const text = readFileSync(report, 'utf8');
    const [first] = answers[0]?.hits ?? [];
    expect(first?.address).toBe('Mục II.3, đoạn 3');
    // The half that holds the hit, without the footnotes between the halves.
    expect(text.slice(first?.start, first?.end)).toContain('hộp không giấy tờ');
    expect(text.slice(first?.start, first?.end)).not.toContain('²²');
  });

  it('refuses a damaged briefing', async () => {
    const run = await kyhop(['search', fileWith('bad.kyhop', 'SQLite format 3\0…')], 'a\n');
    expect(run.code).toBe(1);
    expect(run.err).toContain('Hãy');
  });
});
