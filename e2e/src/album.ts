import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** What one person sees. */
export interface View {
  name: string;
  page: Page;
}

/** Pictures of what several people see at the same moment, side by side, each with a sentence about it. */
export class Album {
  private readonly leaves: { file: string; caption: string }[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true });
    readdirSync(folder)
      .filter((file) => file.endsWith('.png'))
      .forEach((file) => rmSync(join(folder, file)));
  }

  async add(name: string, caption: string, views: View[]): Promise<void> {
    const file = `${String(this.leaves.length + 1).padStart(2, '0')}-${name}.png`;
    const shots = await Promise.all(views.map(async (view) => ({ ...view, shot: await view.page.screenshot() })));
    const board = await this.browser.newPage({ viewport: { width: 2000, height: 400 } });
    await board.setContent(
      `<style>
        body { margin: 0; padding: 16px; display: flex; gap: 16px; background: #e7e3dc; font: 500 18px system-ui }
        figure { margin: 0; flex: 1; min-width: 0 }
        figcaption { padding: 0 0 8px 2px; color: #57534c }
        img { width: 100%; display: block; border-radius: 6px; box-shadow: 0 1px 3px rgb(31 29 26 / 0.3) }
      </style>` +
        shots
          .map(
            ({ name, shot }) =>
              `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${shot.toString('base64')}"></figure>`,
          )
          .join(''),
    );
    await board.screenshot({ path: join(this.folder, file), fullPage: true });
    await board.close();
    this.leaves.push({ file, caption });
  }

  /** A page that shows all of them in order. */
  bind(title: string, introduction: string): void {
    const leaves = this.leaves.map(({ file, caption }, i) => `## ${i + 1}. ${caption}\n\n![${caption}](${file})\n`);
    writeFileSync(join(this.folder, 'README.md'), `# ${title}\n\n${introduction}\n\n${leaves.join('\n')}`);
  }
}
