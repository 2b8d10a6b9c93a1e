// H5 targets a plain modern phone browser; the mini-program keeps the preset's own (older) targets.
const h5 = process.env.TARO_ENV === 'h5' ? { targets: { chrome: '79', ios: '13' } } : {};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, ...h5 }]],
};
