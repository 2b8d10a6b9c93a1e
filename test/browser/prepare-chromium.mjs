// Prints how to start Chromium, as JSON: { executablePath, args, environment }. A process of its own, because the package
// is an ES module and sets variables of the process that imports it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const directory = process.argv[2];
mkdirSync(directory, { recursive: true });
process.env.TMPDIR = directory;
// Makes the package unpack and use the libraries it brings, so that nothing has to be installed.
process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';

const { default: chromium } = await import('@sparticuz/chromium');
chromium.setGraphicsMode = false;
const executablePath = process.env.CHROME_PATH || (await chromium.executablePath());

// Chinese glyphs come from a package as well; the system's fonts are left out, so that every machine draws the same.
const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const fontconfig = path.join(directory, 'fonts.conf');
writeFileSync(
  fontconfig,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${directory}/fonts-cache</cachedir><config/></fontconfig>`,
);

// Switches meant for Lambda make a browser under test unstable and too lax.
const lambdaOnly = ['--single-process', '--no-zygote', '--disable-web-security', '--allow-running-insecure-content'];
const args = chromium.args.filter((flag) => !lambdaOnly.includes(flag));
const environment = {
  FONTCONFIG_FILE: fontconfig,
  ...(process.env.CHROME_PATH ? {} : { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' }),
};
process.stdout.write(JSON.stringify({ executablePath, args, environment }));
