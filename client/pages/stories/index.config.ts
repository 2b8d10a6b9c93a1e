export default definePageConfig({ navigationBarTitleText: '风采' });
