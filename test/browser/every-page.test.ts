import { addressOf, demoVisit, demoVisitNames } from '../support/demo-pages';
import { axeViolations, clippedText, sidewaysScroll, smallTargets } from './page-checks';
import { type Look, type RunningApp, screens, startApp, switchLook } from './support';

/**
 * What axe looks at is the same at every size but the contrast, of which larger letters need less: it runs once in each theme, the
 * soak run aside.
 */
const scaleOfAxe = 1;

const looks: readonly Look[] = ([1, 1.6] as const).flatMap((scale) =>
  (['light', 'dark'] as const).map((theme) => ({ scale, theme })),
);

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ demo: true });
});
afterAll(() => app.close());

describe.each(demoVisitNames)('page %i, %s, as %s', (index) => {
  it('is accessible, cuts no text and scrolls up and down only, in every theme, text size and screen', async () => {
    const visit = demoVisit(app.emulator, index);
    const visitor = await app.visit(visit.openid);
    const page = await visitor.open(addressOf(visit));
    const found: string[] = [];
    for (const look of looks) {
      await switchLook(page, look);
      for (const screen of screens) {
        await page.setViewportSize(screen);
        const problems = [...(await clippedText(page)), ...(await smallTargets(page)).map((target) => `too small: ${target}`)];
        if ((await sidewaysScroll(page)) > 0) problems.push('scrolls sideways');
        if (screen === screens[0] && (look.scale === scaleOfAxe || process.env.SOAK))
          problems.push(...(await axeViolations(page)));
        found.push(...problems.map((problem) => `${look.theme} ${look.scale}× ${screen.width}: ${problem}`));
      }
    }
    await visitor.context.close();
    expect(found).toEqual([]);
    expect(visitor.errors).toEqual([]);
  });
});
