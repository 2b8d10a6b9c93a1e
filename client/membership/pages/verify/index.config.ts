export default definePageConfig({ navigationBarTitleText: '查验会员证书' });
