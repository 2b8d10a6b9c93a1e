import { dateForDocuments } from '@shared/dates';
import { memberKindLabels } from '@shared/labels';
import { organisation } from '@shared/organisation';
import type { Certificate } from './draw';
import { colours, drawFrame, drawJasmine, drawSeal } from './ornament';
import type { Paper } from './paper';
import { drawQr } from './qr';
import { drawLines, drawSpaced, fit, sans, serif, setFont } from './text';

/** Pixels that the drawing counts in: A4 lying at 150 dots an inch. */
export const plaqueSheet = { width: 1754, height: 1240 } as const;
const middle = plaqueSheet.width / 2;

function drawHead(paper: Paper, kindName: string) {
  paper.fillStyle = colours.ink;
  setFont(paper, 56, serif, true);
  drawSpaced(paper, organisation.name, middle, 178, 18);
  paper.fillStyle = colours.red;
  setFont(paper, 156, serif, true);
  drawSpaced(paper, kindName, middle, 372, 56);
  paper.fillStyle = colours.gold;
  paper.fillRect(middle - 420, 449, 362, 3);
  paper.fillRect(middle + 58, 449, 362, 3);
  drawJasmine(paper, middle, 450, 68, 2.4);
}

/** The name of the unit, as large as two lines allow, and since when it belongs. */
function drawUnit(paper: Paper, { name, admittedAt }: Certificate, kindName: string) {
  const { size, lines } = fit(paper, name, { family: serif, bold: true, width: 1420, maxLines: 2, sizes: [104, 92, 80, 68, 56] });
  setFont(paper, size, serif, true);
  paper.fillStyle = colours.ink;
  const first = lines.length === 1 ? 648 : 604;
  lines.forEach((line, index) => {
    drawSpaced(paper, line, middle, first + index * size * 1.24, lines.length === 1 ? size * 0.08 : 0);
  });
  const text = `${dateForDocuments(admittedAt)}吸收为${organisation.name}${kindName}`;
  drawLines(paper, text, 806, { middle, width: 1380, colour: colours.ink2, maxLines: 1, sizes: [46, 42, 38] });
}

/** Like the foot of the certificate: the code to the left, seal, number and day to the right. */
function drawFoot(paper: Paper, { memberNumber, issuedAt, verifyUrl }: Certificate) {
  const right = plaqueSheet.width - 140;
  if (verifyUrl) {
    const side = drawQr(paper, verifyUrl, 140, 850, 250);
    paper.fillStyle = colours.ink2;
    setFont(paper, 36, sans);
    paper.textAlign = 'center';
    paper.fillText('扫码查验', 140 + side / 2, 850 + side + 46);
  }
  drawSeal(paper, right - 160, 836, 160);
  paper.textAlign = 'right';
  paper.fillStyle = colours.ink;
  setFont(paper, 46, sans);
  paper.fillText(`会员编号 ${memberNumber}`, right, 1068);
  paper.fillStyle = colours.ink2;
  setFont(paper, 40, sans);
  paper.fillText(`${dateForDocuments(issuedAt)} 颁发`, right, 1130);
}

/** Draws the plaque 牌匾 of a unit on a sheet of `plaqueSheet` pixels: what `drawCertificate` is for a person. */
export function drawPlaque(paper: Paper, certificate: Certificate) {
  const kindName = memberKindLabels[certificate.kind] ?? '';
  paper.save();
  paper.textBaseline = 'alphabetic';
  paper.fillStyle = colours.paper;
  paper.fillRect(0, 0, plaqueSheet.width, plaqueSheet.height);
  paper.globalAlpha = 0.12;
  drawJasmine(paper, middle, 640, 960, 7);
  paper.globalAlpha = 1;
  drawFrame(paper, plaqueSheet.width, plaqueSheet.height);
  drawHead(paper, kindName);
  drawUnit(paper, certificate, kindName);
  drawFoot(paper, certificate);
  paper.restore();
}
