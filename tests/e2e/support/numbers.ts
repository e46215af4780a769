/** Figures and checks as a delegate meets them in the reader. */
import { expect, type Locator, type Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';

/** A figure in the text that reads so; waits until the figures have come. */
export const figure = (reader: Page, words: string): Locator =>
  reader.getByRole('article').locator('[data-figure]').filter({ hasText: words }).first();

/** The open card of a figure. */
export const card = (reader: Page): Locator => reader.getByRole('dialog', { name: /^Số liệu /u });

export const checksView = (reader: Page): Locator =>
  reader.getByRole('region', { name: 'Đối chiếu', exact: true });
export const checkList = (reader: Page): Locator =>
  checksView(reader).getByRole('listbox', { name: 'Các phép đối chiếu' });
export const checkDetail = (reader: Page): Locator =>
  checksView(reader).getByRole('region', { name: 'Phép đối chiếu đang chọn' });

export async function openChecks(reader: Page): Promise<void> {
  await reader.getByRole('button', { name: 'Đối chiếu', exact: true }).click();
  await checkList(reader).getByRole('option').first().waitFor();
}

/** Rules of WCAG 2.1 A and AA and axe's own good practice that the page breaks. */
export async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  expect.soft(found, where).toEqual([]);
}

/** Chooses a theme in the sheet "Hiển thị". */
export async function chooseTheme(reader: Page, theme: string): Promise<void> {
  await reader.getByRole('button', { name: 'Hiển thị', exact: true }).click();
  await reader.getByRole('dialog').getByRole('button', { name: theme, exact: true }).click();
  await reader.keyboard.press('Escape');
}
