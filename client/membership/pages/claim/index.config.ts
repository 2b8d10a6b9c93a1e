export default definePageConfig({ navigationBarTitleText: '登记找回' });
