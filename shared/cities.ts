/** The thirteen cities of the province, by administrative division code (GB/T 2260), in official order. */
export const cities = {
  '320100': '南京市',
  '320200': '无锡市',
  '320300': '徐州市',
  '320400': '常州市',
  '320500': '苏州市',
  '320600': '南通市',
  '320700': '连云港市',
  '320800': '淮安市',
  '320900': '盐城市',
  '321000': '扬州市',
  '321100': '镇江市',
  '321200': '泰州市',
  '321300': '宿迁市',
} as const;

export type City = keyof typeof cities;
export const cityCodes = Object.keys(cities) as readonly City[];
