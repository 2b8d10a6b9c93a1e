import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { memberKindLabels } from '@shared/labels';
import { organisation } from '@shared/organisation';
import { colours, drawFrame, drawGlyph, drawJasmine, drawSeal } from './ornament';
import type { Paper, Picture } from './paper';
import { drawQr } from './qr';
import { drawLines, drawSpaced, fit, sans, serif, setFont } from './text';

export type Certificate = Output<'membership.myCertificate'>;

/** Pixels that the drawing counts in: A4 upright at 150 dots an inch. */
export const sheet = { width: 1240, height: 1754 } as const;
const middle = sheet.width / 2;

function drawHead(paper: Paper) {
  paper.fillStyle = colours.ink;
  setFont(paper, 56, serif, true);
  drawSpaced(paper, organisation.name, middle, 166, 16);
  paper.fillStyle = colours.red;
  (['会', '员', '证', '书'] as const).forEach((glyph, index) => {
    drawGlyph(paper, glyph, middle - 366 + index * 194, 202, 150);
  });
  paper.fillStyle = colours.gold;
  paper.fillRect(middle - 290, 401, 232, 3);
  paper.fillRect(middle + 58, 401, 232, 3);
  drawJasmine(paper, middle, 402, 68, 2.4);
}

/** The photograph, cut to the frame without being stretched; without one, the first character of the name. */
function drawPortrait(paper: Paper, name: string, photo: Picture | undefined) {
  const box = { x: middle - 140, y: 466, width: 280, height: 362 };
  paper.fillStyle = colours.paper;
  paper.fillRect(box.x - 12, box.y - 12, box.width + 24, box.height + 24);
  paper.strokeStyle = colours.gold;
  paper.lineWidth = 3;
  paper.strokeRect(box.x - 12, box.y - 12, box.width + 24, box.height + 24);
  paper.fillStyle = '#F3EDE4';
  paper.fillRect(box.x, box.y, box.width, box.height);
  if (photo && photo.width > 0 && photo.height > 0) {
    const scale = Math.max(box.width / photo.width, box.height / photo.height);
    const [width, height] = [box.width / scale, box.height / scale];
    // A face is rather in the upper part: what is cut off in height goes mostly below.
    const [left, top] = [(photo.width - width) / 2, (photo.height - height) / 3];
    paper.drawImage(photo, left, top, width, height, box.x, box.y, box.width, box.height);
    return;
  }
  paper.fillStyle = colours.ink2;
  setFont(paper, 150, serif, true);
  paper.textAlign = 'center';
  paper.fillText([...name][0] ?? '', middle, box.y + 236);
}

function drawPerson(paper: Paper, { name, kind, admittedAt, resolution }: Certificate) {
  const kindName = memberKindLabels[kind] ?? '';
  const title = fit(paper, name, { family: serif, bold: true, width: 940, maxLines: 2, sizes: [84, 72, 60, 48] });
  setFont(paper, title.size, serif, true);
  paper.fillStyle = colours.ink;
  const oneLine = title.lines.length === 1;
  title.lines.forEach((line, index) => {
    drawSpaced(paper, line, middle, 930 - (oneLine ? 0 : 12) + index * title.size * 1.2, oneLine ? title.size * 0.14 : 0);
  });
  const below = 930 + (oneLine ? 0 : title.size * 1.2);
  paper.fillStyle = colours.ink2;
  setFont(paper, 48, sans);
  paper.textAlign = 'center';
  paper.fillText(kindName, middle, below + 68);
  const body = { middle, width: 960, colour: colours.ink, maxLines: 1, sizes: [48, 44, 40, 36] };
  const second = drawLines(paper, `经 ${dateForDocuments(admittedAt)} 会议讨论通过，`, below + 146, body);
  const third = drawLines(paper, `吸收为${organisation.name}${kindName}。`, second, body);
  const small = { colour: colours.ink2, maxLines: oneLine ? 2 : 1, sizes: [36, 32, 30] };
  drawLines(paper, `依据：${resolution}`, third - 2, { ...body, ...small });
}

function drawFoot(paper: Paper, { memberNumber, issuedAt, verifyUrl }: Certificate) {
  paper.textAlign = 'center';
  if (verifyUrl) {
    const side = drawQr(paper, verifyUrl, 130, 1312, 290);
    paper.fillStyle = colours.ink2;
    setFont(paper, 40, sans);
    paper.textAlign = 'center';
    paper.fillText('扫码查验', 130 + side / 2, 1312 + side + 54);
  }
  const right = sheet.width - 136;
  drawSeal(paper, right - 176, 1300, 176);
  paper.textAlign = 'right';
  setFont(paper, 46, sans);
  paper.fillStyle = colours.ink2;
  paper.fillText('会员编号', right, 1532);
  paper.fillText(`${dateForDocuments(issuedAt)} 颁发`, right, 1656);
  paper.fillStyle = colours.ink;
  paper.fillText(memberNumber, right, 1594);
}

/**
 * Draws the certificate on a sheet of `sheet` pixels; the same in WeChat and in the browser, in the light and in the dark
 * theme. It carries no live standing: that is for the page around it and for whoever scans the code.
 */
export function drawCertificate(paper: Paper, certificate: Certificate, photo?: Picture) {
  paper.save();
  paper.textBaseline = 'alphabetic';
  paper.fillStyle = colours.paper;
  paper.fillRect(0, 0, sheet.width, sheet.height);
  paper.globalAlpha = 0.12;
  drawJasmine(paper, middle, 940, 1060, 7);
  paper.globalAlpha = 1;
  drawFrame(paper, sheet.width, sheet.height);
  drawHead(paper);
  drawPortrait(paper, certificate.name, photo);
  drawPerson(paper, certificate);
  drawFoot(paper, certificate);
  paper.restore();
}
