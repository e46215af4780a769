/** Input methods: UniKey and EVKey send Backspace and letters again; others compose. Both are sent as the system would. */
import { expect, type CDPSession, type Locator, type Page } from '@playwright/test';
import { test } from './support/app.ts';

/** "vành" as UniKey types it in Telex: v a n h f, where f takes back "anh" and sends "ành". */
async function typeLikeUniKey(reader: Page, field: Locator): Promise<void> {
  await field.focus();
  await reader.keyboard.type('vanh');
  for (let letter = 0; letter < 3; letter++) await reader.keyboard.press('Backspace');
  await reader.keyboard.insertText('ành');
  await reader.keyboard.type(' dai');
  for (let letter = 0; letter < 3; letter++) await reader.keyboard.press('Backspace');
  await reader.keyboard.insertText('đai');
}

/** The same by composition, as ibus and the systems' own methods do it: candidates, then the committed syllable. */
async function typeComposing(session: CDPSession, field: Locator): Promise<void> {
  await field.focus();
  for (const syllable of [['v', 'va', 'van', 'vanh', 'vành'], [' '], ['d', 'da', 'dai', 'đai']]) {
    for (const text of syllable) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await session.send('Input.insertText', { text: syllable.at(-1) ?? '' });
  }
}

const ways = {
  'that re-sends letters': async (reader: Page, field: Locator) => typeLikeUniKey(reader, field),
  'that composes': async (reader: Page, field: Locator) =>
    typeComposing(await reader.context().newCDPSession(reader), field),
} as const;

for (const [way, type] of Object.entries(ways)) {
  test(`search follows an input method ${way}`, async ({ launch }) => {
    const { reader } = await launch();
    const box = reader.getByRole('searchbox', { name: 'Tìm kiếm' });
    await type(reader, box);
    await expect(box).toHaveValue('vành đai');
    await expect(reader.getByRole('option').first()).toContainText(/vành đai/iu);
  });

  test(`a note keeps what an input method ${way} leaves`, async ({ launch }) => {
    const { reader } = await launch();
    const note = reader.getByRole('textbox', { name: /^Ghi chú cho/u }).first();
    await type(reader, note);
    await expect(note).toHaveValue('vành đai');
    await expect(reader.getByRole('status').filter({ hasText: /^Đã lưu/u })).toBeVisible();
    await reader.reload();
    await expect(reader.getByRole('textbox', { name: /^Ghi chú cho/u }).nth(1)).toHaveValue('vành đai');
  });
}

test('single-key shortcuts neither fire in a text field nor while an input method composes', async ({
  launch,
}) => {
  const { reader } = await launch();
  const session = await reader.context().newCDPSession(reader);
  const note = reader.getByRole('textbox', { name: /^Ghi chú cho/u }).first();
  const outline = reader.getByRole('navigation', { name: 'Mục lục' });
  await note.focus();
  await reader.keyboard.type('mgnjkls?1234');
  await expect(note).toHaveValue('mgnjkls?1234');
  await expect(outline).toBeVisible();
  await expect(reader.getByRole('dialog')).toHaveCount(0);

  // Outside a field, a key that an input method has taken (229) is not ours either.
  await reader.getByRole('article').click();
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    code: 'KeyM',
    key: 'Process',
    windowsVirtualKeyCode: 229,
  });
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    code: 'KeyM',
    key: 'm',
    windowsVirtualKeyCode: 77,
  });
  await expect(outline).toBeVisible();
  // The same key without it is, whatever letter the layout gives it.
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    code: 'KeyM',
    key: 'ư',
    windowsVirtualKeyCode: 77,
  });
  await expect(outline).toHaveCount(0);
});

test('Enter and arrows belong to the input method while it composes in the search box', async ({
  launch,
}) => {
  const { reader } = await launch();
  const session = await reader.context().newCDPSession(reader);
  const box = reader.getByRole('searchbox', { name: 'Tìm kiếm' });
  await box.fill('đường ');
  await reader.getByRole('option').first().waitFor();
  await session.send('Input.imeSetComposition', { text: 'vành', selectionStart: 4, selectionEnd: 4 });
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    code: 'Enter',
    key: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(reader.getByRole('listbox', { name: 'Kết quả' })).toBeVisible();
});
