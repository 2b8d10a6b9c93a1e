import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** One line per violation: rule, impact and the first elements concerned. Empty when the page is accessible. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // Colours fade over after a tap or a change of theme; half-way no contrast is right.
    // One fade may be replaced by another, so look until none is left, and once more after the next frame.
    for (let quiet = 0; quiet < 2; ) {
      const fades = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      quiet = fades.length === 0 ? quiet + 1 : 0;
      await Promise.allSettled(fades.map(({ finished }) => finished));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => {
      const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
      return `${id} (${impact ?? 'unknown'}): ${where.join(' | ')}`;
    });
  });
}

/**
 * One line per piece of text that is cut off or sticks out: wider than the box it stands in, outside the window, or outside an
 * ancestor that hides what overflows. What scrolls sideways on purpose, and text for screen readers only, is left out.
 */
export function clippedText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 1;
    const scrolls = (style: CSSStyleDeclaration) => style.overflowX === 'auto' || style.overflowX === 'scroll';
    const ancestors = (element: Element) => {
      const found: Element[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) found.push(at);
      return found;
    };
    const problem = (node: Node): string | undefined => {
      const parents = node.parentElement ? ancestors(node.parentElement) : [];
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const styles = parents.map((element) => ({
        element,
        style: getComputedStyle(element),
        box: element.getBoundingClientRect(),
      }));
      const forReadersOnly = styles.some(
        ({ style, box }) => style.clipPath !== 'none' || (style.overflow === 'hidden' && box.width <= 1),
      );
      if (rects.length === 0 || forReadersOnly || styles[0]?.style.visibility === 'hidden') return undefined;
      const block = styles.find(({ style }) => style.display !== 'inline' && style.display !== 'contents');
      if (block && !scrolls(block.style) && block.element.scrollWidth > block.element.clientWidth + slack) {
        return `wider than its box (${block.element.scrollWidth} > ${block.element.clientWidth})`;
      }
      const scroller = styles.findIndex(({ style }) => scrolls(style));
      const inside = scroller === -1 ? styles : styles.slice(0, scroller);
      const hides = (value: string) => value === 'hidden' || value === 'clip';
      const cutAside = inside.some(
        ({ style, box }) =>
          hides(style.overflowX) && rects.some(({ left, right }) => left < box.left - slack || right > box.right + slack),
      );
      // The document itself and what scrolls up and down may hold more than is seen at once.
      const reachable = styles.findIndex(
        ({ element, style }) =>
          /auto|scroll/.test(style.overflowY) || element === document.body || element.contains(document.body),
      );
      const cutBelow = styles
        .slice(0, reachable)
        .some(
          ({ style, box }) =>
            hides(style.overflowY) && rects.some(({ top, bottom }) => top < box.top - 4 || bottom > box.bottom + 4),
        );
      if (cutAside || cutBelow) return 'cut off by an ancestor';
      if (scroller !== -1) return undefined;
      const outside = rects.some(({ left, right }) => left < -slack || right > window.innerWidth + slack);
      return outside ? 'outside the window' : undefined;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const problems: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Reference numbers are random: the widest must fit, not only today's.
      const widest = node.textContent?.replace(/(SQ-\d{4}-)[0-9A-Z]{6}/, '$1WWWWWW');
      if (widest !== undefined && widest !== node.textContent) node.textContent = widest;
      const text = node.textContent?.trim();
      const found = text ? problem(node) : undefined;
      if (found) problems.push(`“${text?.slice(0, 30)}” is ${found}`);
    }
    return problems;
  });
}

/** How many pixels the page can be scrolled sideways; 0 is right. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth, document.body.scrollWidth - document.body.clientWidth);
  });
}

/** One line per element that can be tapped and is smaller than 48 × 48 px (a line of running text is exempt). */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll(
      'button,a,[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=switch]',
    )) {
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || getComputedStyle(element).display === 'inline') continue;
      if (width < 47.5 || height < 47.5)
        found.push(`“${element.textContent?.trim().slice(0, 20)}” ${Math.round(width)}×${Math.round(height)}`);
    }
    return found;
  });
}
